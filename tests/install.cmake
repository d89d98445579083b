# What is delivered: the installation, and the completion of each shell in a terminal.
if(NOT TARGET pmo)
	return()
endif()

set(install ${CMAKE_CURRENT_SOURCE_DIR}/install)
foreach(shell bash zsh fish)
	pmo_add_test(install/completion-${shell} ${install}/completion.sh ${shell}
		$<TARGET_FILE:pmo> ${CMAKE_CURRENT_SOURCE_DIR}/fixtures)
endforeach()

# What is instrumented is not what is shipped.
if(NOT PMO_SANITIZE AND NOT PMO_FUZZ AND NOT PMO_COVERAGE)
	pmo_add_test(install/installed ${install}/installed.sh ${PROJECT_BINARY_DIR} ${CMAKE_COMMAND}
		${CMAKE_GENERATOR})
	pmo_add_test(install/rpm ${install}/rpm.sh ${PROJECT_BINARY_DIR} ${CMAKE_CPACK_COMMAND})
	if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
		pmo_add_test(structure/hardening ${CMAKE_CURRENT_SOURCE_DIR}/structure/hardening.sh
			$<TARGET_FILE:pmo> $<TARGET_FILE:libpmo> $<TARGET_OBJECTS:pmo_objects>)
	endif()
endif()
