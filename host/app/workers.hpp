#pragma once
#include "app/house.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/services.hpp"

#include <memory>

namespace vidimus::app {

/// What the workers are told about the case they work for.
struct CaseContext {
    Date asOf = Date::today();
    std::vector<std::string> passwords; ///< tried on encrypted files
    pipeline::Cancellation cancellation;
};

/// The sandboxed workers of this program run; the only link between pipeline and supervisor. Thread-safe.
class Workers {
public:
    /// Starts the zygote with all packs that have code. Errors: NotFound (no vidimus-worker), System.
    static Result<std::unique_ptr<Workers>> start(const House& house);
    virtual ~Workers() = default;

    virtual std::unique_ptr<pipeline::PluginServices> forCase(const CaseContext& context) = 0;
    virtual std::vector<std::string> confinement() const = 0;
    /// The barriers that hold the tools that readers have run for them.
    virtual std::vector<std::string> toolConfinement() const = 0;
    /// Packs whose code could not be loaded.
    virtual std::vector<Error> loadFailures() const = 0;
};

} // namespace vidimus::app
