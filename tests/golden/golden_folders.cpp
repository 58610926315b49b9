#include "golden/golden_folders.hpp"

#include "support/run_program.hpp"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace vidimus::golden {
namespace {

namespace fs = std::filesystem;

const fs::path top = fs::path(VIDIMUS_BUILD_DIR) / "tests" / "golden-cases"; // tests/golden there is the build system's
const std::string recipe = VIDIMUS_SOURCE_DIR "/tests/specimens/golden.json";
const std::string program = VIDIMUS_BUILD_DIR "/vidimus-specimen";
constexpr std::size_t runsToKeep = 5, drawingsToKeep = 2;

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// FNV-1a, 64 bits: tells versions apart, protects nothing.
std::string fingerprint(const std::string& bytes)
{
    std::uint64_t hash = 14695981039346656037ull;
    for (const unsigned char byte : bytes)
        hash = (hash ^ byte) * 1099511628211ull;
    std::string text(16, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, hash >>= 4)
        *digit = "0123456789abcdef"[hash & 15];
    return text;
}

/// Number and start of a process: the number alone comes again.
std::string identityOf(pid_t process)
{
    const std::string status = contentOf("/proc/" + std::to_string(process) + "/stat");
    // The name in brackets may hold anything; behind it the start is the 20th value (proc(5), field 22).
    auto at = status.rfind(')');
    for (int field = 0; field < 20 && at != std::string::npos; ++field)
        at = status.find(' ', at + 1);
    if (at == std::string::npos)
        return {};
    return std::to_string(process) + "-" + status.substr(at + 1, status.find(' ', at + 1) - at - 1);
}

std::string thisRun()
{
    const std::string parent = contentOf("/proc/" + std::to_string(getppid()) + "/comm");
    return identityOf(parent == "ctest\n" ? getppid() : getpid());
}

bool stillGoing(const std::string& run)
{
    return identityOf(std::atoi(run.c_str())) == run;
}

/// Holds others up until it goes.
class Lock {
public:
    explicit Lock(const fs::path& file)
        : m_file(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
    {
        flock(m_file, LOCK_EX);
    }
    ~Lock() { close(m_file); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    int m_file;
};

/// All that is drawn for one version of recipe and program.
const fs::path& drawings()
{
    static const fs::path folder = top / ("drawn-" + fingerprint(contentOf(recipe) + contentOf(program)));
    return folder;
}

/// Runs the drawing program so that the folder is there whole or not at all, and once even if two want it at once.
std::string drawOnce(const fs::path& folder, const std::vector<std::string>& arguments, const char* into)
{
    fs::create_directories(folder.parent_path());
    const Lock lock(folder.string() + ".lock");
    if (fs::exists(folder))
        return {};
    const fs::path unfinished = folder.string() + ".unfinished";
    fs::remove_all(unfinished);
    std::vector<std::string> argv{program};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    argv.insert(argv.end(), {into, unfinished});
    const auto ran = tests::runProgram(argv);
    if (ran.status != 0)
        return ran.errors + ran.output;
    fs::rename(unfinished, folder);
    return {};
}

/// The folders whose names begin so, latest first.
std::vector<fs::path> latestFirst(const std::string& prefix)
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(top))
        if (entry.is_directory() && entry.path().filename().string().starts_with(prefix))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end(),
        [](const fs::path& a, const fs::path& b) { return fs::last_write_time(a) > fs::last_write_time(b); });
    return found;
}

} // namespace

fs::path drawnCase(const std::string& name)
{
    return drawings() / "cases" / name;
}

fs::path drawnTrust()
{
    return drawings();
}

std::string draw(const std::string& name)
{
    for (const auto& [folder, seed] : {std::pair{"trust", "1"}, {"other-trust", "2"}})
        if (const auto wrong = drawOnce(drawings() / folder, {"--seed", seed}, "--make-trust"); !wrong.empty())
            return wrong;
    return drawOnce(drawnCase(name), {"--recipe", recipe, "--case", name, "--sign", drawings() / "trust"}, "--out-dir");
}

fs::path runFolder()
{
    static const fs::path folder = top / ("run-" + thisRun());
    fs::create_directories(folder);
    return folder;
}

void tidyUp()
{
    const Lock lock(top / "lock");
    const auto runs = latestFirst("run-"), drawings = latestFirst("drawn-");
    for (std::size_t i = runsToKeep; i < runs.size(); ++i)
        if (!stillGoing(runs[i].filename().string().substr(4)))
            fs::remove_all(runs[i]);
    for (std::size_t i = drawingsToKeep; i < drawings.size(); ++i)
        fs::remove_all(drawings[i]);
}

} // namespace vidimus::golden
