# What strangers may leave in a tree, one test a section.
if(NOT TARGET pmo)
	return()
endif()

if(PMO_SANITIZE OR PMO_FUZZ OR PMO_COVERAGE)
	set(sanitized sanitized)
else()
	set(sanitized)
endif()

# Another pmo, built with the sanitizers, may be tried beside this one.
set(PMO_HOSTILE_SANITIZED "" CACHE FILEPATH
	"a pmo built with -DPMO_SANITIZE=address,undefined, for the hostile tests")

file(GLOB sections CONFIGURE_DEPENDS hostile/*.sh)
foreach(file ${sections})
	cmake_path(GET file STEM section)
	if(PMO_HOSTILE_SANITIZED)
		pmo_add_test(hostile/${section}-sanitized ${CMAKE_CURRENT_SOURCE_DIR}/hostile/run
			${PMO_HOSTILE_SANITIZED} ${section} sanitized)
		set_tests_properties(hostile/${section}-sanitized PROPERTIES TIMEOUT 1800)
	endif()
	pmo_add_test(hostile/${section} ${CMAKE_CURRENT_SOURCE_DIR}/hostile/run
		$<TARGET_FILE:pmo> ${section} ${sanitized})
	set_tests_properties(hostile/${section} PROPERTIES TIMEOUT 600)
endforeach()
