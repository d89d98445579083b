# expat, jansson and zlib are loaded by the first command that needs them (lib/base/late.h), so
# that all others start faster. For that their names for the loader must be known, which an ELF
# system's readelf says; anywhere else, or with PMO_LATE off, they are linked as usual. A static
# pmo needs it off.
option(PMO_LATE "Load expat, jansson and zlib when they are needed" ON)

set(late_names PMO_EXPAT expat PMO_JANSSON jansson PMO_ZLIB zlib)
set(late_definitions)
set(late_missing)
set(late_sonames) # for the packages: nothing else shows that they are needed
while(late_names)
	list(POP_FRONT late_names macro package)
	pkg_check_modules(${macro} REQUIRED QUIET ${package})
	list(GET ${macro}_LINK_LIBRARIES 0 file)
	set(soname)
	if(PMO_LATE AND CMAKE_READELF AND file MATCHES "\\.so$")
		execute_process(COMMAND ${CMAKE_READELF} -d ${file}
			OUTPUT_VARIABLE facts ERROR_QUIET)
		if(facts MATCHES "SONAME[^[]*\\[([^]]+)\\]")
			set(soname ${CMAKE_MATCH_1})
		endif()
	endif()
	if(NOT soname)
		set(late_missing TRUE)
	endif()
	list(APPEND late_definitions "${macro}=\"${soname}\"")
	list(APPEND late_sonames "${soname}")
endwhile()

target_compile_definitions(pmo_objects PRIVATE ${late_definitions})
if(late_missing)
	target_link_libraries(pmo_objects PUBLIC PkgConfig::PMO_READERS)
	set(late_sonames)
else()
	target_compile_definitions(pmo_objects PRIVATE PMO_LATE)
	target_link_libraries(pmo_objects PUBLIC ${CMAKE_DL_LIBS})
endif()
