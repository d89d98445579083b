# Before a package is made: its manual pages are compressed, without name and time.
file(GLOB pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr/share/man/man[1-9]/*.[1-9])
foreach(page ${pages})
	execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
