#include "gui/shell/window.hpp"

#include "app/demo.hpp"
#include "app/workbench.hpp"
#include "gui/shell/items_file.hpp"
#include "gui/shell/key_latch.hpp"
#include "gui/shell/preferences_file.hpp"
#include "gui/shell/workstation.hpp"
#include "messages/ui_messages.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>

#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>
#include <string_view>
#include <utility>

namespace vidimus::gui {

namespace {

constexpr int leastWidth = 1024, leastHeight = 640;
constexpr double longestRest = 5; ///< seconds; only a safety net, every change wakes the loop
constexpr int framesAfterEvent = 3; ///< ImGui settles hover, focus and layout within three

/// What GLFW's callbacks reach.
struct WindowState {
    Workstation* workstation = nullptr;
    KeyLatch keys{};
    int framesDue = framesAfterEvent;
};

WindowState& stateOf(GLFWwindow* window)
{
    return *static_cast<WindowState*>(glfwGetWindowUserPointer(window));
}

/// Whatever a hand does is followed by frames, also when it happens while one is being drawn.
void installInputCallbacks(GLFWwindow* window)
{
    glfwSetKeyCallback(window, [](GLFWwindow* on, int key, int, int action, int modifiers) {
        if (action == GLFW_PRESS)
            stateOf(on).keys.press(key, modifiers);
        stateOf(on).framesDue = framesAfterEvent;
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* on, int, int, int) { stateOf(on).framesDue = framesAfterEvent; });
    glfwSetCursorPosCallback(window, [](GLFWwindow* on, double, double) { stateOf(on).framesDue = framesAfterEvent; });
    glfwSetScrollCallback(window, [](GLFWwindow* on, double, double) { stateOf(on).framesDue = framesAfterEvent; });
    glfwSetCharCallback(window, [](GLFWwindow* on, unsigned) { stateOf(on).framesDue = framesAfterEvent; });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* on, int) { stateOf(on).framesDue = framesAfterEvent; });
}

void installCallbacks(GLFWwindow* window)
{
    installInputCallbacks(window);
    glfwSetDropCallback(window, [](GLFWwindow* on, int count, const char** paths) {
        std::vector<std::filesystem::path> files(paths, paths + count);
        stateOf(on).workstation->view().addFiles(files);
        stateOf(on).framesDue = framesAfterEvent;
    });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* on, float x, float) {
        stateOf(on).workstation->setScale(x);
        stateOf(on).framesDue = framesAfterEvent;
    });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* on) { stateOf(on).framesDue = framesAfterEvent; });
}

/// The clipboard with characters that ImGui cannot hold written as U+2XXXX, and back.
void installClipboard(GLFWwindow* window)
{
    static std::string held;
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = window;
    io.GetClipboardTextFn = [](void* user) -> const char* {
        const char* text = glfwGetClipboardString(static_cast<GLFWwindow*>(user));
        held = displayable(text ? text : "");
        stateOf(static_cast<GLFWwindow*>(user)).workstation->atlas().needs().need(held);
        return held.c_str();
    };
    io.SetClipboardTextFn = [](void* user, const char* text) {
        glfwSetClipboardString(static_cast<GLFWwindow*>(user), fromDisplayable(text).c_str());
    };
}

GLFWwindow* openWindow()
{
    // For who looks for a fault; what it means for a person is said once, where no window opens.
    glfwSetErrorCallback([](int code, const char* text) {
        const char* wanted = std::getenv("VIDIMUS_LOG");
        if (wanted && *wanted && std::string_view(wanted) != "error")
            std::cerr << "vidimus-workstation: " << text << " (" << code << ")\n";
    });
    if (!glfwInit())
        return nullptr;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(1440, 900, "Vidimus", nullptr, nullptr);
    if (!window)
        return nullptr;
    glfwSetWindowSizeLimits(window, leastWidth, leastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return window;
}

using Opening = std::future<Result<std::unique_ptr<app::Workbench>>>;

/// Draws until the window is closed; rests when nothing happens.
void runLoop(GLFWwindow* window, Workstation& workstation, WindowState& state, Opening opening,
    std::promise<void> shown, const Options& options)
{
    bool first = true;
    std::unique_ptr<app::Workbench> workbench;
    std::string trouble;
    std::uint64_t version = 0;
    ItemsFile items(options.items);
    while (!glfwWindowShouldClose(window)) {
        if (opening.valid() && opening.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
            auto opened = opening.get();
            if (opened)
                workbench = std::move(opened).value();
            else
                trouble = opened.error().message;
            if (workbench && options.demo)
                app::openDemo(*workbench);
        }
        const double started = glfwGetTime();
        const double fade = workbench ? workstation.view().nextFrameIn(*workbench->snapshot(), started) : -1;
        // A blinking text cursor wants two frames a second, an opening store a look now and then.
        double rest = opening.valid() ? 0.02 : ImGui::GetIO().WantTextInput ? 0.5 : longestRest;
        if (fade >= 0)
            rest = std::min(rest, std::max(0.01, fade));
        if (state.framesDue > 0 || workstation.unsettled())
            glfwPollEvents();
        else
            glfwWaitEventsTimeout(rest);
        const bool woken = state.framesDue <= 0 && glfwGetTime() - started < rest * 0.98;
        if (woken || (workbench && workbench->snapshot()->version != version))
            state.framesDue = framesAfterEvent;
        version = workbench ? workbench->snapshot()->version : 0;
        ImGui_ImplGlfw_NewFrame();
        if (state.keys.beginFrame(ImGui::GetIO()))
            state.framesDue = framesAfterEvent;
        items.beginFrame();
        workstation.frame(workbench.get(), trouble, glfwGetTime());
        // A frame that met characters which are not in the atlas yet is drawn again before anybody sees it.
        if (workstation.atlas().stale())
            continue;
        items.endFrame();
        glfwSwapBuffers(window);
        if (std::exchange(first, false))
            shown.set_value(); // now the workers may have the processors
        state.framesDue = std::max(0, state.framesDue - 1);
    }
    if (first)
        shown.set_value(); // closed before anything was drawn: what waits for it must end too
}

} // namespace

int runWindow(const Options& options, const std::filesystem::path& programFolder)
{
    Preferences preferences = loadPreferences(preferencesPath());
    if (options.theme)
        preferences.theme = *options.theme;
    const char* environment = std::getenv("LANG");
    const std::string language(messages::UiMessages::bestLanguage(!options.language.empty() ? options.language
            : environment                                                                   ? environment
                                                                                            : "en"));
    // The window comes first: where none can be opened, no store is left behind.
    GLFWwindow* window = openWindow();
    if (!window) {
        glfwTerminate();
        std::cerr << "vidimus-workstation: no window can be opened here; `vidimus verify` works without one\n";
        return 70;
    }
    std::promise<void> shown;
    app::WorkbenchOptions wanted{.storeUrl = options.store,
        .language = language,
        .programFolder = programFolder,
        .startWorkers = shown.get_future().share(),
        .wake = [] { glfwPostEmptyEvent(); }};
    Opening opening = std::async(std::launch::async, [wanted] { return app::Workbench::open(wanted); });
    ImGui::CreateContext();
    float scale = 1;
    glfwGetWindowContentScale(window, &scale, nullptr);
    {
        Workstation workstation(language, preferences, scale);
        WindowState state{.workstation = &workstation};
        glfwSetWindowUserPointer(window, &state);
        installCallbacks(window);
        ImGui_ImplGlfw_InitForOpenGL(window, true); // chains the callbacks above
        installClipboard(window);
        if (!options.files.empty())
            workstation.view().addFiles(options.files);
        runLoop(window, workstation, state, std::move(opening), std::move(shown), options);
        savePreferences(workstation.preferences(), preferencesPath());
        ImGui_ImplGlfw_Shutdown();
    }
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return 0;
}

} // namespace vidimus::gui
