# What `cmake --install` puts where, in the components runtime and devel.
include(CMakePackageConfigHelpers)

if(TARGET pmo)
	install(TARGETS pmo RUNTIME COMPONENT runtime)
endif()
install(TARGETS libpmo EXPORT pmo
	LIBRARY COMPONENT runtime NAMELINK_COMPONENT devel)
install(DIRECTORY include/pmo TYPE INCLUDE COMPONENT devel FILES_MATCHING PATTERN "*.h")

install(DIRECTORY share/demo DESTINATION ${CMAKE_INSTALL_DATADIR}/pmo COMPONENT runtime)
install(DIRECTORY share/limits DESTINATION ${CMAKE_INSTALL_DATADIR}/pmo COMPONENT runtime)
install(DIRECTORY share/holidays DESTINATION ${CMAKE_INSTALL_DATADIR}/pmo COMPONENT runtime)
install(DIRECTORY share/report DESTINATION ${CMAKE_INSTALL_DATADIR}/pmo COMPONENT runtime
	FILES_MATCHING PATTERN "reference.*")

# In the form that Debian asks for of each package.
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
	install(FILES LICENSE RENAME copyright COMPONENT runtime
		DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/pmo)
	install(FILES LICENSE RENAME copyright COMPONENT devel
		DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libpmo-dev)
endif()

file(GLOB manual_pages CONFIGURE_DEPENDS docs/man/*.[1-9] docs/man/registers/*.[1-9])
foreach(page ${manual_pages})
	string(REGEX REPLACE ".*\\.([1-9])$" "\\1" section ${page})
	install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT runtime)
endforeach()

# The shells' scripts are what `pmo completion` prints; each shell looks in a place of its own.
if(TARGET pmo AND NOT CMAKE_CROSSCOMPILING)
	set(shells bash zsh fish)
	set(bash_place bash-completion/completions/pmo)
	set(zsh_place zsh/site-functions/_pmo)
	set(fish_place fish/vendor_completions.d/pmo.fish)
	set(scripts)
	foreach(shell ${shells})
		set(script ${PROJECT_BINARY_DIR}/completion/pmo.${shell})
		add_custom_command(OUTPUT ${script}
			COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completion
			COMMAND pmo completion ${shell} > ${script}
			DEPENDS pmo VERBATIM)
		list(APPEND scripts ${script})
		cmake_path(GET ${shell}_place PARENT_PATH folder)
		cmake_path(GET ${shell}_place FILENAME name)
		install(FILES ${script} RENAME ${name} COMPONENT runtime
			DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
	endforeach()
	add_custom_target(completion ALL DEPENDS ${scripts})
endif()

file(RELATIVE_PATH pc_to_include /${CMAKE_INSTALL_LIBDIR}/pkgconfig /${CMAKE_INSTALL_INCLUDEDIR})
configure_file(cmake/pmo.pc.in pmo.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pmo.pc COMPONENT devel
	DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(EXPORT pmo NAMESPACE pmo:: FILE pmo-targets.cmake COMPONENT devel
	DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pmo)
configure_package_config_file(cmake/pmo-config.cmake.in pmo-config.cmake
	INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pmo)
write_basic_package_version_file(pmo-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pmo-config.cmake ${PROJECT_BINARY_DIR}/pmo-config-version.cmake
	COMPONENT devel DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pmo)

# What was installed goes again: the list that the installation leaves.
add_custom_target(uninstall
	COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/uninstall.cmake
	WORKING_DIRECTORY ${PROJECT_BINARY_DIR} VERBATIM)
