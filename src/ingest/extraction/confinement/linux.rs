//! Landlock, and a filter of calls to the system (seccomp).

use std::collections::BTreeMap;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, Ruleset, RulesetAttr as _, RulesetError, RulesetStatus,
    Scope,
};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule,
};

/// The calls that memory, pipes, clocks, panics and the end of a process need.
const ALLOWED: &[libc::c_long] = &[
    // Pipes.
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_lseek,
    // Memory.
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    // Locks, clocks and chance.
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_membarrier,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_getrandom,
    libc::SYS_restart_syscall,
    // Signals, but for sending them.
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_getpid,
    libc::SYS_gettid,
    // The start of a thread, which `clone` is allowed for alone.
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    // The end of a thread, and of the process.
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Has Landlock keep all files and networks from this thread, and from those that it
/// starts. Returns whether the kernel does so.
pub(in crate::ingest::extraction) fn forbid_files() -> bool {
    let restrict = || -> Result<bool, RulesetError> {
        let rules = Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V6))?
            .handle_access(AccessNet::from_all(ABI::V6))?
            .scope(Scope::from_all(ABI::V6))?;
        let status = rules.create()?.restrict_self()?;
        Ok(status.ruleset != RulesetStatus::NotEnforced)
    };
    restrict().unwrap_or(false)
}

/// Has all calls to the system but a few refused to all threads. Returns whether the kernel does so.
pub(in crate::ingest::extraction) fn forbid_calls() -> bool {
    let restrict = || -> Result<(), seccompiler::Error> {
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            ALLOWED.iter().map(|&call| (call, Vec::new())).collect();
        // A process that aborts ends itself, and no other.
        let own = u64::from(std::process::id());
        let to_itself = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, own)?;
        rules.insert(libc::SYS_tgkill, vec![SeccompRule::new(vec![to_itself])?]);
        // Parsers may share the pages of a file among threads; a process is no thread.
        let thread = libc::CLONE_THREAD as u64;
        let shares = SeccompCmpOp::MaskedEq(thread);
        let of_thread = SeccompCondition::new(0, SeccompCmpArgLen::Qword, shares, thread)?;
        rules.insert(libc::SYS_clone, vec![SeccompRule::new(vec![of_thread])?]);
        let filter = SeccompFilter::new(
            rules,
            // As if there were no such call, so that `clone` is tried where `clone3` is refused.
            SeccompAction::Errno(libc::ENOSYS as u32),
            SeccompAction::Allow,
            std::env::consts::ARCH.try_into()?,
        )?;
        let program: BpfProgram = filter.try_into()?;
        seccompiler::apply_filter_all_threads(&program)
    };
    restrict().is_ok()
}
