# What `cmake --install` puts where, in the components runtime and devel.
include(CMakePackageConfigHelpers)

# Outside /usr the tool finds the library relative to itself.
if(TARGET pmo AND NOT CMAKE_INSTALL_PREFIX STREQUAL "/usr")
	file(RELATIVE_PATH bin_to_lib /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
	set_target_properties(pmo PROPERTIES INSTALL_RPATH "$ORIGIN/${bin_to_lib}")
endif()

if(TARGET pmo)
	install(TARGETS pmo RUNTIME COMPONENT runtime)
endif()
install(TARGETS libpmo EXPORT pmo
	LIBRARY COMPONENT runtime NAMELINK_COMPONENT devel)
install(DIRECTORY include/pmo TYPE INCLUDE COMPONENT devel FILES_MATCHING PATTERN "*.h")

install(DIRECTORY share/demo DESTINATION ${CMAKE_INSTALL_DATADIR}/pmo COMPONENT runtime)

file(GLOB manual_pages CONFIGURE_DEPENDS docs/man/*.[1-9])
foreach(page ${manual_pages})
	string(REGEX REPLACE ".*\\.([1-9])$" "\\1" section ${page})
	install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT runtime)
endforeach()

if(EXISTS ${PROJECT_SOURCE_DIR}/completions/pmo.bash)
	install(FILES completions/pmo.bash RENAME pmo COMPONENT runtime
		DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/completions/_pmo)
	install(FILES completions/_pmo COMPONENT runtime
		DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/completions/pmo.fish)
	install(FILES completions/pmo.fish COMPONENT runtime
		DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
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
