# How everything is compiled: the interface target pmo_build carries it.
include(CheckCCompilerFlag)
include(CheckLinkerFlag)

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

# What is linked with libpmo finds it beside itself in the build tree, wherever that is, so
# that two builds in different places give the same bytes. The loader needs /proc for that;
# where it is missing, as in a bare chroot, the full path is written instead.
if(EXISTS /proc/self/exe)
	set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
	set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
# Assertions stay in; presets may set the rest.
string(REPLACE "-DNDEBUG" "" CMAKE_C_FLAGS_RELWITHDEBINFO "${CMAKE_C_FLAGS_RELWITHDEBINFO}")

find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT CMAKE_C_COMPILER_LAUNCHER)
	set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(pmo_build INTERFACE)
target_compile_definitions(pmo_build INTERFACE _XOPEN_SOURCE=700)
if(APPLE)
	# There, asking for POSIX alone hides O_NOFOLLOW, O_DIRECTORY and mkdtemp, which are POSIX.
	target_compile_definitions(pmo_build INTERFACE _DARWIN_C_SOURCE=1)
endif()
target_compile_options(pmo_build INTERFACE
	-Wall -Wextra -Wconversion -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla -Wformat=2
	-Werror=implicit-function-declaration
	-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
	-ffile-prefix-map=${PROJECT_BINARY_DIR}=.) # the last that fits is taken
if(PMO_WERROR)
	target_compile_options(pmo_build INTERFACE -Werror)
endif()

# Words of ELF linkers; Apple's has its own, and undefined symbols are errors there anyway.
set(elf_linker_flags --as-needed -z,relro -z,now)
if(APPLE)
	set(elf_linker_flags "")
	set(PMO_LINKER_HAS_defs FALSE)
	set(PMO_LINKER_HAS_symbolic FALSE)
endif()
foreach(flag ${elf_linker_flags})
	string(MAKE_C_IDENTIFIER "PMO_LINKER_HAS_${flag}" known)
	check_linker_flag(C "-Wl,${flag}" ${known})
	if(${known})
		target_link_options(pmo_build INTERFACE "LINKER:${flag}")
	endif()
endforeach()

if(PMO_SANITIZE OR PMO_FUZZ)
	# One fault ends the run: a test must not pass over a report.
	set(sanitizers ${PMO_SANITIZE})
	if(PMO_FUZZ)
		set(sanitizers "fuzzer-no-link,address,undefined")
	endif()
	target_compile_options(pmo_build INTERFACE
		-fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
	target_link_options(pmo_build INTERFACE -fsanitize=${sanitizers})
	target_compile_definitions(pmo_build INTERFACE PMO_ARENA_DEBUG)
	# What gcc thinks of lengths is off where its sanitizers have added code.
	check_c_compiler_flag(-Wformat-truncation PMO_COMPILER_HAS_format_truncation)
	if(PMO_COMPILER_HAS_format_truncation)
		target_compile_options(pmo_build INTERFACE -Wno-format-truncation)
	endif()
	set(PMO_NO_UNDEFINED "") # the sanitizers' own symbols come from the executable
else()
	check_linker_flag(C "-Wl,-z,defs" PMO_LINKER_HAS_defs)
	set(PMO_NO_UNDEFINED $<$<BOOL:${PMO_LINKER_HAS_defs}>:LINKER:-z,defs>)
	# The library calls its own functions without asking the loader: fewer look-ups at start.
	check_linker_flag(C "-Wl,-Bsymbolic-functions" PMO_LINKER_HAS_symbolic)
	if(PMO_LINKER_HAS_symbolic)
		list(APPEND PMO_NO_UNDEFINED LINKER:-Bsymbolic-functions)
		# And the compiler may count on it: it inlines what the library exports, too.
		check_c_compiler_flag(-fno-semantic-interposition PMO_COMPILER_HAS_no_interposition)
		if(PMO_COMPILER_HAS_no_interposition)
			target_compile_options(pmo_build INTERFACE -fno-semantic-interposition)
		endif()
	endif()
	# A flag that is only ignored, with a warning in each file, is one that is missing.
	set(CMAKE_REQUIRED_FLAGS -Werror)
	foreach(flag -fstack-protector-strong -fcf-protection -fstack-clash-protection)
		string(MAKE_C_IDENTIFIER "PMO_COMPILER_HAS_${flag}" known)
		check_c_compiler_flag(${flag} ${known})
		if(${known})
			target_compile_options(pmo_build INTERFACE ${flag})
		endif()
	endforeach()
	unset(CMAKE_REQUIRED_FLAGS)
	# Fortified calls need optimisation. A distribution that chooses a level keeps it.
	if(NOT CMAKE_C_FLAGS MATCHES "_FORTIFY_SOURCE")
		target_compile_options(pmo_build INTERFACE
			$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE>
			$<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
	endif()
	include(CheckPIESupported)
	check_pie_supported(LANGUAGES C)
	set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()

if(PMO_COVERAGE)
	target_compile_options(pmo_build INTERFACE --coverage)
	target_link_options(pmo_build INTERFACE --coverage)
endif()
