/* What starting any program costs: the floor of the first row. */
int main(void)
{
	return 0;
}
