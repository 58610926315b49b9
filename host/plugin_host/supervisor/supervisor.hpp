#pragma once
#include "core/date.hpp"
#include "core/dependencies.hpp"
#include "plugin_host/supervisor/check_session.hpp"
#include "plugin_host/supervisor/file_session.hpp"
#include "plugin_host/supervisor/offers.hpp"
#include "plugin_host/wire/limits.hpp"
#include "plugin_host/wire/sealed_bytes.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Starts, confines, feeds and watches workers. The process that links this never loads a plugin nor parses a document.
namespace vidimus::supervisor {

/// A pack's code.
struct PackModule {
    std::string id, version;
    std::filesystem::path path; ///< of the shared object
    std::string sha256; ///< of the shared object
};

struct NameAnswer {
    std::string relation; ///< identical variant romanisation subset conflict
    std::string explanation;
};

struct SupervisorOptions {
    std::filesystem::path worker; ///< the program vidimus-worker
    std::vector<PackModule> modules; ///< loaded in the order of their ids
    wire::Limits limits;
    /// Answers vidimus.names/1. Called from the thread that waits for the worker; must be usable from several at once.
    std::function<NameAnswer(const std::string& a, const std::string& b)> compareNames;
    std::function<std::string(const std::string& text)> foldHan;
    std::string namesVersion; ///< digest or version of the tables behind both
    /// What packs log: level 0 error … 3 debug. May be called from several threads.
    std::function<void(const std::string& pack, int level, const std::string& message)> log;
};

/// One zygote with all packs loaded, and its children. Usable from several threads; sessions must not outlive it.
class Supervisor {
public:
    /// Loads all packs in a fresh zygote. A pack that crashes, hangs or fails at load is left out and stands in
    /// loadFailures(). Errors: NotFound (no such worker program), System, Crashed.
    static Result<std::unique_ptr<Supervisor>> start(SupervisorOptions options);
    ~Supervisor();

    /// The barriers that hold in every child so far: "rlimits", "no-new-privs", "landlock-<abi>", "seccomp".
    std::vector<std::string> confinement() const;
    /// The barriers that hold poppler and qpdf, see toolBarriers().
    std::vector<std::string> toolConfinement() const;
    Offers offers() const;
    std::vector<EngineInfo> engines() const { return offers().engines; }
    std::vector<LoadFailure> loadFailures() const;

    /// Opens a file in a child of its own. The reader is chosen by media type among the loaded ones.
    /// Errors: Unsupported (no reader for it), Malformed, TooLarge, Refused (encrypted, no password fits), Crashed,
    /// TimedOut, OutOfMemory, Cancelled, System.
    Result<std::unique_ptr<FileSession>> open(wire::SealedBytes bytes, const std::string& mediaType,
        const std::vector<std::string>& passwords, Date asOf, const Watch& watch = {});
    /// A child for validators, field readers and checks.
    Result<std::unique_ptr<CheckSession>> beginChecks(Date asOf);

    struct State;

private:
    explicit Supervisor(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace vidimus::supervisor
