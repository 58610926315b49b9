#include "gui/real_window.hpp"

#include "support/run_program.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void rest(double seconds)
{
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// Starts a program with additions to the environment; output goes to a file, since a full pipe would stop it.
pid_t start(
    const std::vector<std::string>& arguments, const std::vector<std::string>& environment, const std::string& log)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    for (const std::string& entry : environment)
        putenv(const_cast<char*>(entry.c_str()));
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

void stop(pid_t process)
{
    if (process <= 0)
        return;
    kill(process, SIGTERM);
    for (int i = 0; i < 50; ++i) {
        if (waitpid(process, nullptr, WNOHANG) == process)
            return;
        rest(0.1);
    }
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
}

/// An X display number that nobody holds.
std::string freeDisplay()
{
    for (int number = 90 + getpid() % 400; number < 1000; ++number)
        if (access(("/tmp/.X11-unix/X" + std::to_string(number)).c_str(), F_OK) != 0)
            return ":" + std::to_string(number);
    return {};
}

} // namespace

RealWindow::RealWindow(const std::string& home, const std::vector<std::string>& arguments)
    : m_display(freeDisplay())
    , m_itemsPath(home + "/items")
{
    m_server = start({"Xvfb", m_display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"}, {}, home + "/xvfb.log");
    const std::string socket = "/tmp/.X11-unix/X" + m_display.substr(1);
    for (int i = 0; i < 100 && access(socket.c_str(), F_OK) != 0; ++i)
        rest(0.1);
    std::vector<std::string> all{std::string(VIDIMUS_BUILD_DIR) + "/vidimus-workstation", "--items", m_itemsPath};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto begun = Clock::now();
    m_program = start(all,
        {"DISPLAY=" + m_display, "HOME=" + home, "XDG_DATA_HOME=" + home + "/data",
            "XDG_CONFIG_HOME=" + home + "/config", "LIBGL_ALWAYS_SOFTWARE=1"},
        home + "/workstation.log");
    while (since(begun) < 30 && access(m_itemsPath.c_str(), F_OK) != 0)
        rest(0.005);
    m_firstFrame = since(begun);
}

RealWindow::~RealWindow()
{
    stop(m_program);
    stop(m_server);
}

std::map<std::string, RealWindow::Item> RealWindow::items() const
{
    std::map<std::string, Item> all;
    std::ifstream in(m_itemsPath);
    for (std::string line; std::getline(in, line);) {
        std::istringstream cells(line);
        std::string name, state;
        Item item;
        std::getline(cells, name, '\t');
        cells >> item.x >> item.y >> item.width >> item.height >> state;
        item.enabled = state == "enabled";
        all.emplace(name, item);
    }
    return all;
}

bool RealWindow::waitFor(const std::string& name, double seconds) const
{
    for (const auto begun = Clock::now(); since(begun) < seconds; rest(0.05)) {
        const auto all = items();
        if (const auto found = all.find(name); found != all.end() && found->second.enabled)
            return true;
    }
    return false;
}

std::string RealWindow::beginningWith(const std::string& prefix) const
{
    const auto all = items();
    const auto found = all.lower_bound(prefix);
    return found != all.end() && found->first.starts_with(prefix) ? found->first : std::string();
}

bool RealWindow::click(const std::string& name, double seconds) const
{
    if (!waitFor(name, seconds))
        return false;
    rest(0.15); // a dialog that just opened is laid out in its second frame
    const auto all = items();
    const auto found = all.find(name);
    if (found == all.end())
        return false;
    const Item& item = found->second;
    xdotool({"mousemove", std::to_string(static_cast<int>(item.x + item.width / 2)),
        std::to_string(static_cast<int>(item.y + item.height / 2))});
    rest(0.1);
    xdotool({"mousedown", "1"});
    rest(0.1);
    xdotool({"mouseup", "1"});
    rest(0.25);
    return true;
}

void RealWindow::type(const std::string& text) const
{
    xdotool({"type", "--delay", "40", text});
    rest(0.2);
}

void RealWindow::key(const std::string& name) const
{
    xdotool({"key", name});
    rest(0.25);
}

void RealWindow::xdotool(const std::vector<std::string>& arguments) const
{
    std::vector<std::string> all{"xdotool"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    vidimus::tests::runProgram(all, {"DISPLAY=" + m_display});
}

double RealWindow::processorTime() const
{
    std::ifstream in("/proc/" + std::to_string(m_program) + "/stat");
    std::string text((std::istreambuf_iterator<char>(in)), {});
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        rest >> skipped;
    double user = 0, system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void RealWindow::photograph(const std::string& out) const
{
    // xwd and ImageMagick may be missing: a photograph helps people, no test depends on it.
    vidimus::tests::runProgram(
        {"sh", "-c", "import -window root '" + out + "' 2>/dev/null || true"}, {"DISPLAY=" + m_display});
}
