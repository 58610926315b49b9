#include "plugin_host/supervisor/session_services.hpp"

#include "plugin_host/wire/strict.hpp"

#include <cmath>

namespace vidimus::supervisor {
namespace {

constexpr std::uint64_t longestName = 65536;
constexpr std::uint64_t longestPassword = 4096;

Result<Served> drawn(Broker& broker, const nlohmann::json& question, const std::string& password, const Watch& watch)
{
    const auto page = static_cast<std::uint32_t>(wire::countOf(wire::memberOf(question, "page"), 1'000'000));
    const double dpi = std::round(wire::numberOf(wire::memberOf(question, "dpi"), 1, 2400));
    const auto picture = broker.draw(page, dpi, password, watch);
    if (!picture)
        return picture.error();
    return Served{{{"width", picture->width}, {"height", picture->height}, {"offset", picture->offset}, {"dpi", dpi}},
        {picture->bytes->fd()}};
}

Result<Served> repaired(Broker& broker, const std::string& password, const Watch& watch)
{
    const auto bytes = broker.repaired(password, watch);
    if (!bytes)
        return bytes.error();
    return Served{{{"size", (*bytes)->size()}}, {(*bytes)->fd()}};
}

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

std::optional<Result<Served>> serveTools(
    Broker& broker, const std::string& service, const nlohmann::json& question, const Watch& watch)
{
    if (service != "render" && service != "repair")
        return std::nullopt;
    const std::string& password = wire::textOf(wire::memberOf(question, "password"), longestPassword);
    return service == "render" ? drawn(broker, question, password, watch) : repaired(broker, password, watch);
}

} // namespace vidimus::supervisor
