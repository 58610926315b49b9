#pragma once
#include "core/dependencies.hpp"
#include "core/evidence.hpp"
#include "core/result.hpp"
#include "plugin_host/supervisor/watch.hpp"
#include "plugin_host/wire/check_result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::supervisor {

/// One check to be asked.
struct CheckRequest {
    std::string pack; ///< empty: the first pack that offers it
    std::string check;
    std::optional<DocumentIndex> document; ///< none: of the whole case
};

/// What one check said, or why it did not finish (Crashed, TimedOut, OutOfMemory, Malformed, Unsupported: no such
/// check).
struct CheckAnswer {
    CheckRequest request; ///< with the pack filled in
    std::vector<wire::CheckResult> results;
    std::optional<Error> failure;
    Dependencies dependencies; ///< service answers that it used
};

/// Validators, field readers and checks in a confined child without pixels. For one thread at a time. A child that dies
/// costs only the question that killed it: the rest goes on in a fresh one.
class CheckSession {
public:
    ~CheckSession();
    CheckSession(CheckSession&&) = delete;

    /// Errors: Unsupported (no such validator), Crashed, TimedOut, OutOfMemory, Malformed, System.
    Result<wire::ValidatorAnswer> validate(const std::string& validator, const std::string& value);
    /// Errors as above.
    Result<std::vector<wire::FoundField>> readFields(const std::string& fieldReader, const std::vector<Line>& lines,
        const std::vector<Code>& codes, const std::vector<Mrz>& zones);
    /// Asks every check in turn; answers stand in the order of the requests. Errors: Cancelled, System. Everything else
    /// is the answer's own failure.
    Result<std::vector<CheckAnswer>> run(const Evidence& evidence, const wire::Rules& rules,
        const std::vector<CheckRequest>& requests, const Watch& watch = {});

    struct State;
    explicit CheckSession(std::unique_ptr<State> state);

private:
    std::unique_ptr<State> m_state;
};

} // namespace vidimus::supervisor
