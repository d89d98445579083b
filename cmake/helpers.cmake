# Programs that pmo runs for what needs a heavy library: each is a program of its own, so that pmo
# neither loads the library nor needs it. In the build tree they are beside pmo, installed they
# are in libexec/pmo; pmo looks there and then in PATH.
set(PMO_XLSX AUTO CACHE STRING "Build pmo-export-xlsx: ON, OFF, or AUTO where libxlsxwriter is found")
set_property(CACHE PMO_XLSX PROPERTY STRINGS AUTO ON OFF)

if(TARGET pmo)
	target_compile_definitions(pmo_commands PRIVATE
		PMO_EXECDIR="${CMAKE_INSTALL_FULL_LIBEXECDIR}/pmo")
endif()

if(PMO_XLSX)
	pkg_check_modules(XLSXWRITER IMPORTED_TARGET xlsxwriter)
	if(NOT XLSXWRITER_FOUND)
		# Where there is no .pc file: the library by itself.
		find_path(XLSXWRITER_HEADERS xlsxwriter.h)
		find_library(XLSXWRITER_LIBRARY xlsxwriter)
		mark_as_advanced(XLSXWRITER_HEADERS XLSXWRITER_LIBRARY)
		if(XLSXWRITER_HEADERS AND XLSXWRITER_LIBRARY)
			add_library(PkgConfig::XLSXWRITER INTERFACE IMPORTED)
			target_include_directories(PkgConfig::XLSXWRITER INTERFACE ${XLSXWRITER_HEADERS})
			target_link_libraries(PkgConfig::XLSXWRITER INTERFACE ${XLSXWRITER_LIBRARY})
			set(XLSXWRITER_FOUND TRUE)
		endif()
	endif()
	if(XLSXWRITER_FOUND)
		file(GLOB export_xlsx_sources CONFIGURE_DEPENDS cmd/export-xlsx/*.c)
		add_executable(pmo-export-xlsx ${export_xlsx_sources})
		target_link_libraries(pmo-export-xlsx PRIVATE pmo_build
			PkgConfig::XLSXWRITER PkgConfig::PMO_DEPENDENCIES PkgConfig::PMO_READERS)
		target_compile_definitions(pmo-export-xlsx PRIVATE PMO_VERSION="${PROJECT_VERSION}")
		install(TARGETS pmo-export-xlsx COMPONENT runtime
			RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/pmo)
	elseif(PMO_XLSX STREQUAL AUTO)
		message(STATUS "libxlsxwriter is missing: pmo-export-xlsx (-o FILE.xlsx) is not built")
	else()
		message(FATAL_ERROR "PMO_XLSX is on, but libxlsxwriter is missing")
	endif()
endif()
