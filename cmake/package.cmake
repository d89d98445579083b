# What `cpack` makes: with the prefix /usr the packages pmo and libpmo-dev (.deb) or pmo and
# pmo-devel (.rpm, where there is no dpkg), with any other prefix an archive.
# `cmake --workflow --preset package`, or `cpack -G RPM` in a build folder.
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

# What is done to what was installed before it becomes a package.
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/compress.cmake)

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

# Fedora writes the requirements down itself: the libraries by the names the loader knows.
set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE_DIST ON)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_PACKAGE_GROUP Applications/Productivity)
set(CPACK_RPM_RUNTIME_PACKAGE_NAME pmo)
set(CPACK_RPM_RUNTIME_PACKAGE_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RPM_RUNTIME_USER_FILELIST "%license /usr/share/licenses/pmo/LICENSE")
set(CPACK_RPM_DEVEL_PACKAGE_NAME pmo-devel)
set(CPACK_RPM_DEVEL_PACKAGE_SUMMARY "Development files of pmo")
set(CPACK_RPM_DEVEL_PACKAGE_GROUP Development/Libraries)
set(CPACK_RPM_DEVEL_PACKAGE_REQUIRES "pmo%{?_isa} = %{version}-%{release}")
set(CPACK_RPM_DEVEL_USER_FILELIST "%license /usr/share/licenses/pmo-devel/LICENSE")
# What is loaded only when it is needed (cmake/late.cmake) shows in no program.
if(late_sonames)
	list(JOIN late_sonames "()(64bit), " late_requires)
	set(CPACK_RPM_RUNTIME_PACKAGE_REQUIRES "${late_requires}()(64bit)")
	if(CMAKE_SIZEOF_VOID_P EQUAL 4)
		list(JOIN late_sonames ", " CPACK_RPM_RUNTIME_PACKAGE_REQUIRES)
	endif()
	set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "libexpat1, libjansson4, zlib1g")
endif()
# Folders that the system has, or that belong to the shells' own packages.
foreach(folder share/man share/man/man1 share/man/man5 share/man/man7 share/licenses
		share/bash-completion share/bash-completion/completions share/zsh share/zsh/site-functions
		share/fish share/fish/vendor_completions.d libexec include
		${CMAKE_INSTALL_LIBDIR} ${CMAKE_INSTALL_LIBDIR}/cmake ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
	list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/${folder})
endforeach()

include(CPack)
