#include "gui/shell/screenshot.hpp"

#include "app/demo.hpp"
#include "app/workbench.hpp"
#include "gui/shell/offscreen.hpp"
#include "gui/shell/workstation.hpp"
#include "messages/ui_messages.hpp"

#include <iostream>

namespace vidimus::gui {

namespace {

int fail(const Error& error)
{
    std::cerr << "vidimus-workstation: " << error.message << '\n';
    return 70;
}

Screen screenOf(const std::string& view)
{
    return view == "queue" ? Screen::Queue
        : view == "intake" ? Screen::Intake
        : view == "case"   ? Screen::Case
                           : Screen::Cases;
}

} // namespace

int takeScreenshot(const Options& options, const std::filesystem::path& programFolder)
{
    const std::string language(messages::UiMessages::bestLanguage(options.language.empty() ? "en" : options.language));
    auto opened = app::Workbench::open(
        {.storeUrl = options.store, .language = language, .programFolder = programFolder, .wake = {}});
    if (!opened)
        return fail(opened.error());
    auto offscreen = Offscreen::open(options.width, options.height);
    if (!offscreen)
        return fail(offscreen.error());
    app::Workbench& workbench = **opened;
    if (options.demo)
        app::openDemo(workbench);
    if (options.view == "case" && !workbench.snapshot()->open && !workbench.snapshot()->cases.empty())
        workbench.apply(app::OpenCaseById{workbench.snapshot()->cases.front().id});
    workbench.waitUntilIdle();
    ImGui::CreateContext();
    ImGui::GetIO().DisplaySize = {static_cast<float>(options.width), static_cast<float>(options.height)};
    ImGui::GetIO().DeltaTime = 1 / 60.0f;
    Result<void> written;
    {
        Preferences preferences;
        preferences.theme = options.theme.value_or(ThemeKind::Light);
        Workstation workstation(language, preferences, 1);
        workstation.view().addFiles(options.files);
        // Pictures of pages load beside; a few rounds let them arrive.
        for (int i = 0; i < 6; ++i) {
            workstation.frame(&workbench, {}, i < 3 ? 0 : 60); // by then notices have faded
            if (i == 1 && !options.view.empty())
                workstation.view().show(screenOf(options.view));
            workbench.waitUntilIdle();
        }
        written = (*offscreen)->writePng(options.screenshot);
    }
    ImGui::DestroyContext();
    return written ? 0 : fail(written.error());
}

} // namespace vidimus::gui
