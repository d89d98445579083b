# Transcripts: every .t file, and the console blocks of every Markdown page.
file(GLOB runner_sources CONFIGURE_DEPENDS runner/*.c)
add_executable(transcript ${runner_sources})
target_link_libraries(transcript PRIVATE pmo_build)

# The runner's own transcripts need no pmo.
file(GLOB runner_tests CONFIGURE_DEPENDS runner/*.t)
foreach(file ${runner_tests})
	cmake_path(GET file STEM name)
	pmo_add_test(runner/${name} transcript --tools $<TARGET_FILE_DIR:transcript>
		--fixtures ${CMAKE_CURRENT_SOURCE_DIR}/fixtures ${file})
endforeach()

if(NOT TARGET pmo)
	return()
endif()

set(top ${PROJECT_SOURCE_DIR})
file(GLOB_RECURSE transcripts CONFIGURE_DEPENDS cli/*.t golden/*.t)
file(GLOB pages CONFIGURE_DEPENDS ${top}/README.md ${top}/docs/*.md)
foreach(file ${transcripts} ${pages})
	cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${top} OUTPUT_VARIABLE name)
	string(REGEX REPLACE "^tests/|\\.t$" "" name ${name})
	pmo_add_test(${name} transcript --tools $<TARGET_FILE_DIR:pmo>
		--fixtures ${CMAKE_CURRENT_SOURCE_DIR}/fixtures ${file})
endforeach()

# Writes what is printed now into all transcripts and pages; the diff is for review.
add_custom_target(update-transcripts
	COMMAND transcript --update --tools $<TARGET_FILE_DIR:pmo>
		--fixtures ${CMAKE_CURRENT_SOURCE_DIR}/fixtures ${transcripts} ${pages}
	DEPENDS pmo transcript
	COMMAND_EXPAND_LISTS VERBATIM)
