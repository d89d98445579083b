/*
 * The looks of a page. All text has a contrast of 4.5 to 1 or more against what is behind
 * it, on screen and in print; no color says what a word does not say, too.
 */
#include "html.h"

#include <pmo/text.h>

#include <string.h>

static const char *const sheet[] = {
	":root{color-scheme:light}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0;background:#fff;color:#1b1f24;"
	"font:16px/1.5 system-ui,-apple-system,\"Segoe UI\",\"Liberation Sans\",Arial,sans-serif}\n"
	"main,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}\n"
	"header{border-bottom:2px solid #1f4e79;padding:2rem 0 1rem;margin-bottom:1.5rem}\n"
	".project{margin:0;color:#1f4e79;font-weight:600}\n"
	"h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .4rem}\n"
	".origin{margin:0;color:#4a5158;max-width:none}\n"
	"h2{font-size:1.3rem;line-height:1.3;margin:2.2rem 0 .6rem;padding-bottom:.2rem;"
	"border-bottom:1px solid #c4cbd3}\n"
	"h3{font-size:1.08rem;margin:1.5rem 0 .4rem}\n"
	"h4{font-size:1rem;margin:1.2rem 0 .3rem}\n"
	"p,ul,ol,dl,pre,figure{margin:.6rem 0}\n"
	"p,li,dd{max-width:46rem}p,li,dd,h1,h2,h3,h4,dt,figcaption{overflow-wrap:anywhere}\n"
	"a{color:#0b57a4}\n",
	":focus-visible{outline:3px solid #0b57a4;outline-offset:2px}\n"
	".skip{position:absolute;left:-99rem}\n"
	".skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem}\n"
	".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
	"white-space:nowrap}\n"
	".scroll{overflow-x:auto;margin:.6rem 0 1rem}\n"
	"table{border-collapse:collapse;font-size:.92rem;line-height:1.4}\n"
	"caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}\n"
	"th,td{padding:.35rem .7rem;text-align:left;vertical-align:top;"
	"border-bottom:1px solid #d5dbe1}\n"
	"thead th{background:#eef2f6;border-bottom:2px solid #8a97a5;vertical-align:bottom}\n"
	"tbody th{font-weight:inherit;white-space:nowrap}\n"
	"tbody th[scope=rowgroup]{font-weight:600;background:#f6f8fa}\n"
	".right{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
	"tr.footer th,tr.footer td{font-weight:600;border-top:2px solid #8a97a5}\n"
	"tr.good{color:#0a5c1f}tr.warn{color:#7a4b00}tr.bad{color:#a30000}tr.dim{color:#595959}\n"
	"dl{display:table}dl div{display:table-row}dt,dd{display:table-cell;margin:0;"
	"padding:.1rem 1.5rem .1rem 0}dt{color:#4a5158;white-space:nowrap}\n",
	"pre{font:.86rem/1.35 ui-monospace,\"Liberation Mono\",Consolas,monospace;"
	"background:#f6f8fa;padding:.8rem 1rem;margin:0}\n"
	"code{font:.92em ui-monospace,\"Liberation Mono\",Consolas,monospace;background:#f1f3f5;"
	"padding:.05em .3em}\n"
	".badge{display:inline-block;min-width:1.7em;padding:0 .45em;border-radius:.25em;"
	"font-weight:600;text-align:center;border:1px solid transparent;"
	"-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
	".badge.G{background:#1b6e35;color:#fff}.badge.Y{background:#ffd24a;color:#1b1f24;"
	"border-color:#8a6a00}\n"
	".badge.R{background:#b3170f;color:#fff}.badge.N,.badge.H{background:#fff;color:#1b1f24;"
	"border-color:#6b7580}\n"
	".callout{border-left:.35rem solid #1f4e79;background:#f2f6fa;padding:.6rem 1rem;"
	"margin:1rem 0;max-width:52rem;break-inside:avoid}\n"
	".callout.warning{border-color:#b3170f;background:#fdf3f2}\n"
	".callout.decision{border-color:#8a6a00;background:#fffaeb}\n"
	".callout p{margin:.3rem 0}.callout .kind{font-weight:600}\n"
	".notes{border-top:1px dashed #8a97a5;color:#4a5158;font-size:.9rem}\n"
	"figcaption{font-weight:600;padding:.2rem 0 .4rem}\n"
	"figure svg{display:block;width:100%;height:auto;min-width:44rem}\n"
	"footer{margin-top:2.5rem;padding-bottom:2rem;color:#4a5158;font-size:.85rem}\n"
	"footer hr{border:0;border-top:1px solid #c4cbd3}footer p{overflow-wrap:anywhere}\n",
	"@media screen and (max-width:40rem){main,footer{padding:0 1rem}header{padding-top:1rem}"
	"h1{font-size:1.5rem}dl,dl div,dt,dd{display:block}dd{padding-bottom:.4rem}"
	"dt{white-space:normal}.scroll table{width:max-content;max-width:52rem}}\n"
	"@media print{body{font-size:10pt;line-height:1.4}main,footer{max-width:none;padding:0}"
	"header{padding-top:0}h2,h3,h4{break-after:avoid}thead{display:table-header-group}"
	"tr,figure,.callout,li{break-inside:avoid}p{orphans:3;widows:3}"
	"caption,thead,.lead{break-after:avoid}tbody tr:first-child{break-before:avoid}"
	"footer{break-before:avoid;margin-top:1rem;padding:0}"
	".scroll{overflow:visible}table{font-size:8.5pt}th,td{padding:.2rem .45rem}"
	"figure svg{min-width:0;max-height:21cm}a{color:inherit}.skip{display:none}"
	".break{break-before:page}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n",
};

static const char deck[] =
	"@media screen{h2{margin-top:4rem;font-size:1.7rem;border-bottom:2px solid #1f4e79}}\n"
	"@media print{body{font-size:20pt}h1{font-size:34pt}h2{break-before:page;font-size:28pt;"
	"margin-top:0}p,li,dd{max-width:none}li{margin:.3em 0}table{font-size:14pt}"
	".notes{display:none}}\n";

static const char compact[] =
	"@media print{html{font-size:12px}body{font-size:9pt;line-height:1.3}"
	"header{padding-bottom:.5rem;margin-bottom:.7rem}h1{font-size:15pt}"
	"h2{font-size:11pt;margin:1rem 0 .3rem}p,ul,dl,figure{margin:.35rem 0}}\n";

/* A string of CSS inside an element of HTML: only letters and digits stand for themselves. */
static void add_string(struct pmo_buffer *out, const char *text)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, out->limit);
	pmo_text_add_visible(&visible, text, strlen(text));
	size_t step;
	for (size_t at = 0; at < visible.length; at += step) {
		uint32_t c;
		step = pmo_text_next(visible.data + at, visible.length - at, &c);
		if (c < 0x80 && (pmo_ascii_is_alnum((char)c) || c == ' '))
			pmo_buffer_add_char(out, (char)c);
		else
			pmo_buffer_add_format(out, "\\%06x", (unsigned)c);
	}
	out->failed = out->failed || visible.failed;
	pmo_buffer_release(&visible);
}

/* Columns whose cells are not broken; see html_block.c. */
static void add_kept_columns(struct pmo_buffer *out)
{
	for (int i = 1; i <= HTML_KEPT_COLUMNS; i++)
		pmo_buffer_add_format(out, "%s.k%d td:nth-child(%d)", i > 1 ? "," : "", i, i);
	pmo_buffer_add_text(out, "{white-space:nowrap}\n");
}

void html_add_style(struct html *html)
{
	struct pmo_buffer *out = html->out;
	const struct pmo_document_head *head = &html->document->head;
	char as_of[PMO_DATE_SIZE];
	pmo_date_format(head->as_of, as_of);
	for (size_t i = 0; i < sizeof(sheet) / sizeof(sheet[0]); i++)
		pmo_buffer_add_text(out, sheet[i]);
	add_kept_columns(out);
	if (head->deck)
		pmo_buffer_add_text(out, deck);
	if (head->compact)
		pmo_buffer_add_text(out, compact);
	pmo_buffer_add_format(out,
			      "@page{size:letter%s;margin:16mm 15mm 18mm;@bottom-left{"
			      "font:8pt sans-serif;color:#4a5158;content:\"",
			      head->deck ? " landscape" : "");
	if (head->project_code) {
		add_string(out, head->project_code);
		add_string(out, "  ");
	}
	add_string(out, head->title);
	add_string(out, "  ");
	add_string(out, as_of);
	pmo_buffer_add_text(out, "\"}@bottom-right{font:8pt sans-serif;color:#4a5158;"
				 "content:counter(page) \" / \" counter(pages)}}\n");
}
