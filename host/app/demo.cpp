#include "app/demo.hpp"

#include "app/workbench_impl.hpp"
#include "messages/ui_messages.hpp"
#include "json/case_json.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace vidimus::app {
namespace {

/// Synthetic papers need no secret: the password is shown to whoever opens the demo.
constexpr const char* demoPassword = "demo-case-2026";

StartIntake intakeOf(const std::filesystem::path& folder, const std::string& subject)
{
    StartIntake intake;
    intake.sources = {folder / "files"};
    intake.terms.subject = subject;
    std::string date;
    std::ifstream(folder / "as-of") >> date;
    if (const auto asOf = Date::parse(date))
        intake.terms.asOf = *asOf;
    const auto claims = nlohmann::json::parse(std::ifstream(folder / "claims.json"), nullptr, false);
    if (!claims.is_discarded())
        intake.terms.claims = json::claimsFrom(claims).valueOr({});
    return intake;
}

} // namespace

std::string demoStoreUrl()
{
    return (dataFolder() / "demo.db").string();
}

void openDemo(Workbench& workbench)
{
    workbench.apply(OpenDemo{});
}

void WorkbenchImpl::on(const OpenDemo&)
{
    m_demo = true;
    if (snapshot()->firstStart)
        on(CreateFirstAccounts{{{"officer", "Demo officer", demoPassword, Role::Officer},
            {"auditor", "Demo auditor", demoPassword, Role::Auditor}}});
    on(SignIn{"officer", demoPassword});
    if (!m_session)
        return;
    notice(false, messages::UiMessages::instance().format(language(), "app.demo", {{"password", demoPassword}}));
    if (const auto now = snapshot(); !now->cases.empty())
        showCase(now->cases.back().id);
    else
        on(intakeOf(assetsFolder(m_options.programFolder) / "demo", say("app.demo-subject")));
}

} // namespace vidimus::app
