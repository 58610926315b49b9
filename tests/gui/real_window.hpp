#pragma once
#include <chrono>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

/// A display of its own (Xvfb) and the workstation's real window on it, driven by xdotool as a hand would. Where things
/// are is told by the program's own --items list.
class RealWindow {
public:
    struct Item {
        double x = 0, y = 0, width = 0, height = 0;
        bool enabled = false;
    };

    /// \param home  a folder for everything that the program keeps
    RealWindow(const std::string& home, const std::vector<std::string>& arguments);
    ~RealWindow();
    RealWindow(const RealWindow&) = delete;
    RealWindow& operator=(const RealWindow&) = delete;

    bool running() const { return m_program > 0; }
    /// Waits until an item of that name is drawn and enabled; false after so many seconds.
    bool waitFor(const std::string& name, double seconds = 20) const;
    /// The first item whose name begins so, or an empty string.
    std::string beginningWith(const std::string& prefix) const;
    /// Waits for it, moves there, and clicks. False where it never came.
    bool click(const std::string& name, double seconds = 20) const;
    void type(const std::string& text) const;
    void key(const std::string& name) const;
    /// Processor time of the program so far, seconds.
    double processorTime() const;
    double secondsToFirstFrame() const { return m_firstFrame; }
    /// Keeps what the display shows as a PNG.
    void photograph(const std::string& out) const;

private:
    std::map<std::string, Item> items() const;
    void xdotool(const std::vector<std::string>& arguments) const;

    std::string m_display, m_itemsPath;
    pid_t m_server = -1, m_program = -1;
    double m_firstFrame = -1;
};
