# What `cpack` makes: with the prefix /usr the packages pmo and libpmo-dev (.deb, .rpm where
# rpmbuild is), with any other prefix an archive. `cmake --workflow --preset package`.
set(CPACK_PACKAGE_VENDOR "The pmo authors")
set(CPACK_PACKAGE_CONTACT "The pmo authors <pmo@example.org>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_COMPONENTS_ALL runtime devel)
set(CPACK_STRIP_FILES ON)

set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"Keeps everything an IT project coordinator answers for (schedule, risks, issues,
changes, meetings, contracts, budget, tests, cutover) as plain YAML files, and
turns it into answers: what is late, what moved and why, what must be escalated
today. The program pmo and its library.")
set(CPACK_COMPONENT_DEVEL_DESCRIPTION
"Headers, pkg-config and CMake files for programs that use libpmo.")

set(CPACK_GENERATOR TGZ)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
	set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
	find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
	find_program(RPMBUILD rpmbuild)
	mark_as_advanced(DPKG_SHLIBDEPS RPMBUILD)
	if(DPKG_SHLIBDEPS)
		set(CPACK_GENERATOR DEB)
	elseif(RPMBUILD)
		set(CPACK_GENERATOR RPM)
	endif()
	# Manual pages and notes that belong into packages only.
	set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/compress.cmake)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR})
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME pmo)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS "git, bash-completion")
set(CPACK_DEBIAN_DEVEL_PACKAGE_NAME libpmo-dev)
set(CPACK_DEBIAN_DEVEL_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVEL_PACKAGE_DEPENDS "pmo (= ${PROJECT_VERSION})")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_RUNTIME_PACKAGE_NAME pmo)
set(CPACK_RPM_DEVEL_PACKAGE_NAME pmo-devel)
set(CPACK_RPM_DEVEL_PACKAGE_REQUIRES "pmo = ${PROJECT_VERSION}")

include(CPack)
