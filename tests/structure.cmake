# What the sources must look like, proved from the sources and the objects.
set(structure ${CMAKE_CURRENT_SOURCE_DIR}/structure)

foreach(name layers limits banned manuals scripts)
	pmo_add_test(structure/${name} ${structure}/${name}.sh)
endforeach()

foreach(compiler gcc clang)
	pmo_add_test(structure/headers-${compiler} ${structure}/headers.sh ${compiler}
		${PMO_DEPENDENCIES_CFLAGS})
endforeach()

# Instrumented objects hold what the compiler put into them.
if(NOT PMO_SANITIZE AND NOT PMO_FUZZ AND NOT PMO_COVERAGE)
	pmo_add_test(structure/symbols ${structure}/symbols.sh $<TARGET_FILE:libpmo>)
	pmo_add_test(structure/globals ${structure}/globals.sh $<TARGET_OBJECTS:pmo_objects>)
	pmo_add_test(structure/outside ${structure}/outside.sh $<TARGET_OBJECTS:pmo_objects>)
endif()

get_property(tests DIRECTORY PROPERTY TESTS)
foreach(name ${tests})
	if(name MATCHES "^structure/")
		set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
	endif()
endforeach()
