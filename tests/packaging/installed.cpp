#include "packaging/installed.hpp"

namespace vidimus::packaging {

Installed::Installed(const std::string& component)
{
    std::vector<std::string> argv{VIDIMUS_CMAKE, "--install", VIDIMUS_BUILD_DIR, "--prefix", prefix()};
    if (!component.empty())
        argv.insert(argv.end(), {"--component", component});
    const auto ran = tests::runProgram(argv);
    if (ran.status != 0)
        throw std::runtime_error(ran.errors + ran.output);
}

tests::Ran Installed::run(std::vector<std::string> argv, std::vector<std::string> environment) const
{
    std::vector<std::string> all{"env", "-C", "/", "HOME=" + prefix().string(), "XDG_DATA_HOME=" + prefix().string()};
    all.insert(all.end(), environment.begin(), environment.end());
    all.insert(all.end(), argv.begin(), argv.end());
    return tests::runProgram(all);
}

std::string outcomeOf(const nlohmann::json& report, const std::string& check)
{
    for (const auto& finding : report.at("findings"))
        if (finding.at("check") == check)
            return finding.at("outcome");
    return {};
}

} // namespace vidimus::packaging
