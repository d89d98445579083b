# What strangers may leave in a tree, one test a section.
if(NOT TARGET pmo)
	return()
endif()

if(PMO_SANITIZE OR PMO_FUZZ OR PMO_COVERAGE)
	set(sanitized sanitized)
else()
	set(sanitized)
endif()

file(GLOB sections CONFIGURE_DEPENDS hostile/*.sh)
foreach(file ${sections})
	cmake_path(GET file STEM section)
	pmo_add_test(hostile/${section} ${CMAKE_CURRENT_SOURCE_DIR}/hostile/run
		$<TARGET_FILE:pmo> ${section} ${sanitized})
	set_tests_properties(hostile/${section} PROPERTIES TIMEOUT 600)
endforeach()
