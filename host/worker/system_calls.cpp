#include "worker/confinement.hpp"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace vidimus::worker {
namespace {

/// A condition on an argument. (libseccomp's own macros are compound literals, which C++ does not have.)
scmp_arg_cmp where(unsigned argument, scmp_compare how, scmp_datum_t a, scmp_datum_t b = 0)
{
    scmp_arg_cmp condition{};
    condition.arg = argument;
    condition.op = how;
    condition.datum_a = a;
    condition.datum_b = b;
    return condition;
}

/// Builds the filter; remembers whether every rule was taken.
class Filter {
public:
    Filter()
        : m_filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)), &::seccomp_release)
    {
    }
    void allow(std::initializer_list<int> calls)
    {
        for (const int call : calls)
            add(SCMP_ACT_ALLOW, call);
    }
    void refuse(int error, std::initializer_list<int> calls)
    {
        for (const int call : calls)
            add(SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), call);
    }
    void allowWhere(int call, scmp_arg_cmp condition)
    {
        note(::seccomp_rule_add(m_filter.get(), SCMP_ACT_ALLOW, call, 1, condition));
    }
    bool load() { return m_filter && m_sound && ::seccomp_load(m_filter.get()) == 0; }

private:
    void add(std::uint32_t action, int call) { note(::seccomp_rule_add(m_filter.get(), action, call, 0)); }
    void note(int result) { m_sound = m_sound && result == 0; }

    std::unique_ptr<void, decltype(&::seccomp_release)> m_filter;
    bool m_sound = true;
};

void allowMemory(Filter& filter)
{
    filter.allow({SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk)});
    // Code is loaded before confinement; afterwards nothing becomes executable.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        filter.allowWhere(call, where(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

void allowChannel(Filter& filter)
{
    filter.allow({SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64),
        SCMP_SYS(pwrite64), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(close),
        SCMP_SYS(fstat), SCMP_SYS(lseek)});
    for (const std::uint64_t command : {F_GETFD, F_SETFD, F_GETFL, F_GET_SEALS})
        filter.allowWhere(SCMP_SYS(fcntl), where(1, SCMP_CMP_EQ, command));
}

void allowSelf(Filter& filter)
{
    filter.allow({SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep),
        SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getpid), SCMP_SYS(gettid),
        SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(rt_sigaction),
        SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(exit), SCMP_SYS(exit_group),
        SCMP_SYS(getrandom), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sysinfo), SCMP_SYS(uname),
        SCMP_SYS(getrusage), SCMP_SYS(getrlimit), SCMP_SYS(restart_syscall)});
    // abort() signals the process itself; no other process is ever signalled.
    filter.allowWhere(SCMP_SYS(tgkill), where(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
    // Limits may be read, not set.
    filter.allowWhere(SCMP_SYS(prlimit64), where(2, SCMP_CMP_EQ, 0));
}

} // namespace

Result<void> restrictSystemCalls()
{
    Filter filter;
    allowMemory(filter);
    allowChannel(filter);
    allowSelf(filter);
    // Landlock says the same of opening; this holds where the kernel has no Landlock.
    filter.refuse(EACCES,
        {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat), SCMP_SYS(stat), SCMP_SYS(lstat),
            SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat)});
    // glibc falls back from clone3 to clone, and from statx and rseq to older calls, on ENOSYS only.
    filter.refuse(ENOSYS, {SCMP_SYS(clone3), SCMP_SYS(statx), SCMP_SYS(rseq)});
#ifdef VIDIMUS_UNDER_ASAN
    // The sanitizers' reports look at themselves, and at memory through a pipe, before they end the process.
    filter.allow({SCMP_SYS(sched_setaffinity), SCMP_SYS(getppid), SCMP_SYS(ioctl), SCMP_SYS(pipe2)});
#endif
    // fstat is newfstatat with an empty path since glibc 2.33; by path Landlock and the lack of any open folder refuse
    // it.
    filter.allow({SCMP_SYS(newfstatat)});
    if (!filter.load())
        return Error{ErrorKind::System, "the worker cannot confine itself: no seccomp filter", "worker"};
    return {};
}

} // namespace vidimus::worker
