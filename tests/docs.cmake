# Documentation that is true: generated pages are up to date, manual pages and program
# agree, editors understand the JSON Schemas. Console blocks run with the transcripts.
if(NOT TARGET pmo)
	return()
endif()

pmo_add_test(docs/generated ${PROJECT_SOURCE_DIR}/docs/generate --check $<TARGET_FILE:pmo>)

# The examples of the registers' manual pages run, and each register has one.
pmo_add_test(docs/examples ${PROJECT_SOURCE_DIR}/docs/examples $<TARGET_FILE:pmo>)

# Writes the generated pages anew; the diff is for review.
add_custom_target(update-docs
	COMMAND ${PROJECT_SOURCE_DIR}/docs/generate $<TARGET_FILE:pmo>
	DEPENDS pmo VERBATIM)

pmo_add_test(structure/pages ${CMAKE_CURRENT_SOURCE_DIR}/structure/pages.sh $<TARGET_FILE:pmo>)
set_tests_properties(structure/pages PROPERTIES WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})

pmo_add_test(schema/lsp ${CMAKE_CURRENT_SOURCE_DIR}/schema/lsp.sh $<TARGET_FILE:pmo>)
