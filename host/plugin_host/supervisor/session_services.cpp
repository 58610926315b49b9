#include "plugin_host/supervisor/session_services.hpp"

#include "plugin_host/wire/strict.hpp"

namespace vidimus::supervisor {
namespace {

constexpr std::uint64_t longestName = 65536;

} // namespace

std::optional<Result<Served>> serveNames(
    const SupervisorOptions& options, const std::string& service, const nlohmann::json& question, Dependencies& used)
{
    const bool compare = service == "compare-names";
    if (!compare && service != "fold-han")
        return std::nullopt;
    if (compare ? !options.compareNames : !options.foldHan)
        return Result<Served>(Error{ErrorKind::NotFound, "names cannot be compared here", "supervisor"});
    // The answers are a function of the question and these tables.
    used.add("service:names", options.namesVersion);
    const auto text = [&](const char* key) { return wire::textOf(wire::memberOf(question, key), longestName); };
    Served served;
    if (compare) {
        const NameAnswer answer = options.compareNames(text("a"), text("b"));
        served.body = {{"relation", answer.relation}, {"explanation", answer.explanation}};
    } else {
        served.body = {{"folded", options.foldHan(text("text"))}};
    }
    return Result<Served>(std::move(served));
}

} // namespace vidimus::supervisor
