#include "app/scanners.hpp"
#include "app/child_program.hpp"

#include <algorithm>
#include <sstream>

namespace vidimus::app {
namespace {

Error scannerError(ErrorKind kind, std::string message)
{
    return {kind, std::move(message), "scanner"};
}

/// A driver is foreign code: what it does to its program is told as the scanner's doing.
Result<Finished> runScanner(const std::filesystem::path& programFolder, std::vector<std::string> arguments,
    std::chrono::seconds limit, const pipeline::Cancellation& cancellation)
{
    auto finished
        = runToItsEnd(programFolder / "vidimus-scan", std::move(arguments), Gather::Output, limit, cancellation);
    if (!finished && finished.error().kind == ErrorKind::TimedOut)
        return scannerError(
            ErrorKind::TimedOut, "the scanner did not answer within " + std::to_string(limit.count()) + " seconds");
    if (!finished && finished.error().kind == ErrorKind::Crashed)
        return scannerError(ErrorKind::Crashed, "the scanner's driver crashed");
    return finished;
}

/// On failure the program prints one line that says why.
Result<void> succeeded(const Finished& finished)
{
    if (finished.status == 0)
        return {};
    std::string line = finished.output.substr(0, finished.output.find('\n'));
    return scannerError(ErrorKind::System, line.empty() ? "the scanner failed and did not say why" : line);
}

} // namespace

Result<std::vector<std::string>> listScanners(const std::filesystem::path& programFolder)
{
    const auto finished = runScanner(programFolder, {"list"}, std::chrono::seconds(60), {});
    if (!finished)
        return finished.error();
    if (const auto fine = succeeded(*finished); !fine)
        return fine.error();
    std::vector<std::string> devices;
    std::istringstream lines(finished->output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            devices.push_back(line);
    std::sort(devices.begin(), devices.end());
    return devices;
}

Result<void> scanPage(const std::filesystem::path& programFolder, const std::string& device, int dpi, bool colour,
    const std::filesystem::path& out, const pipeline::Cancellation& cancellation)
{
    const auto finished
        = runScanner(programFolder, {"page", device, std::to_string(dpi), colour ? "colour" : "grey", out.string()},
            std::chrono::seconds(300), cancellation);
    if (!finished)
        return finished.error();
    return succeeded(*finished);
}

} // namespace vidimus::app
