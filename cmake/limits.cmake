# The limits that are shipped: share/limits, compiled in as the rows of <pmo/limit.h>.
#
# Included, this file adds the rule; run as a script, it makes the C text. The rows are compiled
# in so that a control holds whatever became of the installation, and no command reads a file for
# them. It reads the plainest YAML only, line by line, and stops at anything else:
# tests/unit/test_limit_files.c proves that the library's own reader finds the same in each file.
if(NOT CMAKE_SCRIPT_MODE_FILE)
	file(GLOB_RECURSE limit_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/share/limits/*.yaml)
	add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/limits.c
		COMMAND ${CMAKE_COMMAND} -D FOLDER=${PROJECT_SOURCE_DIR}/share/limits
			-D OUTPUT=${PROJECT_BINARY_DIR}/limits.c -P ${CMAKE_CURRENT_LIST_FILE}
		DEPENDS ${limit_files} ${CMAKE_CURRENT_LIST_FILE} VERBATIM)
	target_sources(pmo_objects PRIVATE ${PROJECT_BINARY_DIR}/limits.c)
	return()
endif()

set(members value unit about source as_of)
set(kind_money PMO_MONEY)
set(kind_percent PMO_PERCENT)
set(kind_count PMO_INTEGER)
set(kind_points PMO_INTEGER)
set(kind_number PMO_NUMBER)
set(kind_working_days PMO_DURATION)
set(kind_calendar_days PMO_DURATION)

# Sets `word` to the text behind `key: `, as C writes it.
macro(read_text text)
	set(word "${text}")
	if(NOT word MATCHES "^[A-Za-z0-9]" OR word MATCHES ": |:$| #| $|[\\\\\"\t]")
		message(FATAL_ERROR "${file}:${line}: '${word}': one line, without quotes, ': ' and ' #'")
	endif()
endmacro()

# Adds the limit that was being read, if there is one.
macro(end_limit)
	if(NOT name STREQUAL "")
		foreach(member value unit about)
			if("${${member}}" STREQUAL "")
				message(FATAL_ERROR "${file}:${start}: ${name} has no ${member}")
			endif()
		endforeach()
		string(REPLACE " " "_" kind "kind_${unit}")
		if(NOT DEFINED ${kind})
			message(FATAL_ERROR "${file}:${start}: ${name}: there is no unit '${unit}'")
		endif()
		string(APPEND rows "\t{ .name = \"${name}\", ${set}.value = \"${value}\",\n"
			"\t  .kind = ${${kind}}, .unit = \"${unit}\", .source = \"${source}\",\n"
			"\t  .date = \"${as_of}\", .help = \"${about}\",\n"
			"\t  .file = \"share/pmo/limits/${file}\", .line = ${start} },\n")
	endif()
endmacro()

function(read_file file set)
	file(READ ${FOLDER}/${file} text)
	set(line 0)
	set(name "")
	while(NOT text STREQUAL "")
		string(FIND "${text}" "\n" end)
		if(end EQUAL -1)
			message(FATAL_ERROR "${file}: the last line has no end")
		endif()
		string(SUBSTRING "${text}" 0 ${end} content)
		math(EXPR end "${end} + 1")
		math(EXPR line "${line} + 1")
		string(SUBSTRING "${text}" ${end} -1 text)
		if(content MATCHES "^#" OR content STREQUAL "limits:" OR content STREQUAL "")
			continue()
		elseif(content MATCHES "^(source|as_of): (.*)$")
			set(key ${CMAKE_MATCH_1})
			read_text("${CMAKE_MATCH_2}")
			set(file_${key} "${word}")
		elseif(content MATCHES "^  ([a-z_]+(\\.[a-z0-9_]+)?):$")
			set(next ${CMAKE_MATCH_1})
			end_limit()
			set(name ${next})
			set(start ${line})
			foreach(member ${members})
				set(${member} "${file_${member}}")
			endforeach()
		elseif(content MATCHES "^    (value|unit|about|source|as_of): (.*)$" AND name)
			set(key ${CMAKE_MATCH_1})
			read_text("${CMAKE_MATCH_2}")
			set(${key} "${word}")
		else()
			message(FATAL_ERROR "${file}:${line}: expected NAME: or value, unit, about, source,"
				" as_of, found '${content}'")
		endif()
	endwhile()
	end_limit()
	set(rows "${rows}" PARENT_SCOPE)
endfunction()

set(rows "")
file(GLOB usual RELATIVE ${FOLDER} ${FOLDER}/*.yaml)
file(GLOB sets RELATIVE ${FOLDER} ${FOLDER}/jurisdictions/*.yaml)
list(SORT usual)
list(SORT sets)
foreach(path ${usual})
	read_file(${path} "")
endforeach()
foreach(path ${sets})
	cmake_path(GET path STEM stem)
	read_file(${path} ".jurisdiction = \"${stem}\", ")
endforeach()
file(WRITE ${OUTPUT} "/* Made of share/limits by cmake/limits.cmake. */\n#include <pmo/limit.h>\n\n"
	"const struct pmo_limit pmo_limits[] = {\n${rows}\t{ .name = 0 },\n};\n")
