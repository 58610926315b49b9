#include "app/verify.hpp"

#include "app/crops.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace vidimus::app {

Result<pipeline::Ran> verify(const VerifyOrder& order, const House& house, Workers& workers,
    const pipeline::ProgressHandler& progress, const pipeline::Cancellation& cancellation)
{
    const auto services = workers.forCase({order.job.terms.asOf, order.passwords, cancellation});
    auto ran = pipeline::run(order.job, *services, house.packs, house.profiles, progress, cancellation);
    if (!ran)
        return ran;
    ran->checked.confinement = workers.confinement();
    ran->checked.toolConfinement = workers.toolConfinement();
    if (order.withCrops)
        ran->checked.crops = cropsOf(ran->checked, ran->bytes, *services);
    return ran;
}

int exitStatusOf(const Case& checked)
{
    const auto any = [&](auto&& holds) { return std::any_of(checked.findings.begin(), checked.findings.end(), holds); };
    if (any([](const Finding& finding) { return finding.severity == Severity::Adverse; }))
        return 1;
    if (any([](const Finding& finding) {
            return (finding.check == "check-did-not-finish" && finding.plugin == "vidimus.host")
                || (finding.check == "document-recognised" && finding.outcome == Outcome::Failed);
        }))
        return 2;
    return any([](const Finding& finding) { return finding.severity == Severity::Caution; }) ? 1 : 0;
}

UtcTime timeOfReports()
{
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
        UtcTime time;
        const std::string_view text = fixed;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), time.seconds);
        if (error == std::errc{} && end == text.data() + text.size() && !text.empty())
            return time;
    }
    return UtcTime::now();
}

} // namespace vidimus::app
