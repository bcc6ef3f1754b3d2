/* Stands between the program and its disk (LD_PRELOAD). For the files of one folder it writes down every call that
 * changes them, in their order, and makes the N-th call of a kind fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 1024, LONGEST = 256 };

static char folder[4096];
static size_t folder_length;
static int log_fd = -1;
static char names[MOST_FILES][LONGEST];

/* 'w' write, 't' truncate, 's' sync, 'u' unlink; an error of 0 ends the process. */
static int fault_call, fault_error, fault_sticky, fault_fired;
static long fault_left;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t plain_write(int fd, const void *data, size_t size)
{
    REAL(write);
    return real(fd, data, size);
}

void shim_watch(const char *of_folder, int to_log)
{
    snprintf(folder, sizeof folder, "%s", of_folder);
    folder_length = strlen(folder);
    log_fd = to_log;
}

void shim_fault(int call, int error, long after, int sticky)
{
    fault_call = call;
    fault_error = error;
    fault_left = after;
    fault_sticky = sticky;
    fault_fired = 0;
}

int shim_fired(void) { return fault_fired; }

/* The name of a path within the folder, "." for the folder itself. */
static const char *watched(const char *path)
{
    if (!folder_length || strncmp(path, folder, folder_length)) return NULL;
    if (!path[folder_length]) return ".";
    if (path[folder_length] != '/' || strchr(path + folder_length + 1, '/')) return NULL;
    return path + folder_length + 1;
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST_FILES && names[fd][0] ? names[fd] : NULL; }

static void note(char call, const char *name, long long offset, const void *data, size_t size)
{
    char head[LONGEST + 64];
    size_t length = strlen(name);
    if (log_fd < 0 || (length > 4 && !strcmp(name + length - 4, "-shm"))) return;
    int written = snprintf(head, sizeof head, "%c %s %lld %zu\n", call, name, offset, size);
    plain_write(log_fd, head, (size_t)written);
    if (size) plain_write(log_fd, data, size);
}

static int fails(char call)
{
    if (call != fault_call || (fault_fired && !fault_sticky)) return 0;
    if (--fault_left > 0) return 0;
    fault_fired++;
    if (!fault_error) _exit(9);
    errno = fault_error;
    return 1;
}

static int opened(int fd, const char *path, int is_new)
{
    const char *name = watched(path);
    if (fd < 0 || fd >= MOST_FILES) return fd;
    snprintf(names[fd], LONGEST, "%s", name ? name : "");
    if (name && is_new) note('o', name, 0, NULL, 0);
    return fd;
}

static int is_new(const char *path, int flags)
{
    struct stat found;
    return watched(path) && (flags & O_CREAT) && stat(path, &found);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        int created = is_new(path, flags); \
        return opened(real(path, flags, mode), path, created); \
    }
OPEN(open)
OPEN(open64)

int close(int fd)
{
    REAL(close);
    if (fd >= 0 && fd < MOST_FILES) names[fd][0] = 0;
    return real(fd);
}

ssize_t write(int fd, const void *data, size_t size)
{
    const char *name = name_of(fd);
    if (!name) return plain_write(fd, data, size);
    if (fails('w')) return -1;
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t done = plain_write(fd, data, size);
    if (done > 0) note('w', name, at, data, (size_t)done);
    return done;
}

#define PWRITE(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t size, offset_type at) \
    { \
        REAL(name); \
        const char *file = name_of(fd); \
        if (file && fails('w')) return -1; \
        ssize_t done = real(fd, data, size, at); \
        if (file && done > 0) note('w', file, at, data, (size_t)done); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define FTRUNCATE(name, offset_type) \
    int name(int fd, offset_type size) \
    { \
        REAL(name); \
        const char *file = name_of(fd); \
        if (file && fails('t')) return -1; \
        int answer = real(fd, size); \
        if (file && !answer) note('t', file, size, NULL, 0); \
        return answer; \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
    int name(int fd) \
    { \
        REAL(name); \
        const char *file = name_of(fd); \
        if (file && fails('s')) return -1; \
        int answer = real(fd); \
        if (file && !answer) note('s', file, 0, NULL, 0); \
        return answer; \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path)
{
    REAL(unlink);
    const char *name = watched(path);
    if (name && fails('u')) return -1;
    int answer = real(path);
    if (name && !answer) note('u', name, 0, NULL, 0);
    return answer;
}
