# Before a package is made: its manual pages are compressed, without name and time, and the
# license is where the distribution looks for it.
file(GLOB pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr/share/man/man[1-9]/*.[1-9])
foreach(page ${pages})
	execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# Debian has doc/PACKAGE/copyright, Fedora licenses/PACKAGE/LICENSE.
if(CPACK_GENERATOR STREQUAL "RPM")
	foreach(component runtime devel)
		string(TOUPPER ${component} upper)
		set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr/share)
		set(licenses ${share}/licenses/${CPACK_RPM_${upper}_PACKAGE_NAME})
		file(REMOVE_RECURSE ${share}/doc)
		file(MAKE_DIRECTORY ${licenses})
		configure_file(${CPACK_RESOURCE_FILE_LICENSE} ${licenses}/LICENSE COPYONLY)
	endforeach()
endif()
