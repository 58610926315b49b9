#include "gui/fake_workbench.hpp"
#include "gui/sample_case.hpp"
#include "gui/shell/offscreen.hpp"
#include "gui/shell/workstation.hpp"

#include <GLFW/glfw3.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <set>

using namespace vidimus;
using namespace vidimus::gui;

namespace {

/// What one picture shows.
struct Scene {
    std::string name;
    std::string view; ///< signin, first, cases, queue, intake, case, fields
    std::string language;
    int width, height;
    ThemeKind theme;
    bool full;
    float scale = 1;
};

void PrintTo(const Scene& scene, std::ostream* out)
{
    *out << scene.name;
}

bool hasOpenCase(const std::string& view)
{
    return view == "case" || view == "fields" || view == "trail" || view == "help" || view == "disposition";
}

std::vector<Scene> scenes()
{
    std::vector<Scene> all;
    for (const char* view :
        {"signin", "first", "cases", "queue", "intake", "case", "fields", "trail", "help", "disposition"})
        for (const char* language : {"en", "zh-Hans"})
            for (const bool large : {false, true})
                for (const bool full : {false, true}) {
                    const bool hasTwo = view[0] == 'c' || view[0] == 'q' || view[0] == 'i';
                    if (!full && !hasTwo)
                        continue;
                    // Light and dark alternate, so that each view is seen in both.
                    const ThemeKind theme
                        = (large ^ (std::string(language) == "en")) ? ThemeKind::Light : ThemeKind::Dark;
                    all.push_back({.name = std::string(view) + "_" + (language[0] == 'e' ? "en" : "zhHans")
                            + (large ? "_2560x1440" : "_1280x800") + (full ? "_full" : "_empty"),
                        .view = view,
                        .language = language,
                        .width = large ? 2560 : 1280,
                        .height = large ? 1440 : 800,
                        .theme = theme,
                        .full = full});
                }
    all.push_back({.name = "case_pt_1024x640_full",
        .view = "case",
        .language = "pt",
        .width = 1024,
        .height = 640,
        .theme = ThemeKind::Light,
        .full = true});
    all.push_back({.name = "case_zhHant_2048x1280_scaled_full",
        .view = "case",
        .language = "zh-Hant",
        .width = 2048,
        .height = 1280,
        .theme = ThemeKind::Light,
        .full = true,
        .scale = 1.5f});
    all.push_back({.name = "signin_pt_1024x640_full",
        .view = "first",
        .language = "pt",
        .width = 1024,
        .height = 640,
        .theme = ThemeKind::Light,
        .full = true});
    return all;
}

void fill(FakeWorkbench& workbench, const Scene& scene)
{
    workbench.change([&](app::Snapshot& s) {
        s.language = scene.language;
        s.firstStart = scene.view == "first";
        if (scene.view != "signin" && scene.view != "first")
            s.signedIn = store::Account{.name = "chan",
                .displayName = "Chan Tai Man",
                .role = scene.view == "queue" ? Role::Auditor : Role::Officer};
        if (!scene.full)
            return;
        if (scene.view == "cases" || scene.view == "queue")
            s.cases = s.queue = sample::summaries();
        if (scene.view == "cases")
            s.jobs = {{.job = 1,
                .caseId = {},
                .subject = "Wong 黃志強",
                .running = true,
                .cancelled = false,
                .error = {},
                .files = {{.job = 1,
                              .source = "diploma.pdf",
                              .stage = pipeline::Stage::Read,
                              .fraction = 0.45,
                              .failed = false,
                              .message = {}},
                    {.job = 1,
                        .source = "licence.tiff",
                        .stage = pipeline::Stage::Done,
                        .fraction = 1,
                        .failed = false,
                        .message = {}}}}};
        if (hasOpenCase(scene.view))
            s.open = sample::openCase(scene.language);
    });
    if (workbench.snapshot()->open)
        workbench.pages = sample::pages(*workbench.snapshot()->open->checked);
}

} // namespace

class Pictures : public testing::TestWithParam<Scene> { };

TEST_P(Pictures, AreFilledStableAndWithoutMissingGlyphs)
{
    const Scene& scene = GetParam();
    auto offscreen = Offscreen::open(scene.width, scene.height);
    ASSERT_TRUE(offscreen.ok()) << offscreen.error().message;
    FakeWorkbench workbench;
    fill(workbench, scene);
    ImGui::CreateContext();
    ImGui::GetIO().DisplaySize = {static_cast<float>(scene.width), static_cast<float>(scene.height)};
    ImGui::GetIO().DeltaTime = 1 / 60.0f;
    {
        Preferences preferences;
        preferences.theme = scene.theme;
        Workstation workstation(scene.language, preferences, scene.scale);
        if (scene.view == "intake" && scene.full)
            workstation.view().addFiles(
                {"/home/officer/scans/practising-certificate.pdf", "/home/officer/scans/身份证-front.png"});
        // Behind a dialog the window darkens for a sixth of a second.
        const int frames = scene.view == "help" || scene.view == "disposition" ? 20 : 6;
        for (int i = 0; i < frames; ++i) {
            const int key = scene.view == "help" ? GLFW_KEY_F1 : scene.view == "disposition" ? GLFW_KEY_F6 : 0;
            ImGui::GetIO().KeysDown[key] = key != 0 && i == 1;
            workstation.frame(&workbench, {}, 0);
            if (i == 1 && scene.view == "intake")
                workstation.view().show(Screen::Intake);
            if (i == 1 && (scene.view == "fields" || scene.view == "trail"))
                workstation.view().caseView().show(scene.view == "fields" ? CaseTab::Fields : CaseTab::Trail);
        }
        const std::vector<std::uint8_t> first = (*offscreen)->pixels();
        workstation.frame(&workbench, {}, 0);
        const std::vector<std::uint8_t> second = (*offscreen)->pixels();
        EXPECT_EQ(first, second) << "two renderings of the same snapshot differ";

        std::set<std::uint32_t> colours;
        for (std::size_t i = 0; i + 2 < first.size(); i += 3)
            colours.insert(static_cast<std::uint32_t>(first[i] << 16 | first[i + 1] << 8 | first[i + 2]));
        EXPECT_GT(colours.size(), 50u) << "hardly anything is drawn";

        std::string shown = allTexts(scene.language);
        for (const store::CaseSummary& one : workbench.snapshot()->cases)
            shown += one.subject;
        if (workbench.snapshot()->open) {
            shown += workbench.snapshot()->open->checked->terms.subject;
            for (const app::FindingWords& words : workbench.snapshot()->open->words)
                shown += words.question + words.answer;
        }
        EXPECT_EQ(missingGlyphs(*fonts().body, shown), "");
        EXPECT_EQ(missingGlyphs(*fonts().bold, shown), "");
        EXPECT_TRUE(workstation.atlas().missing().empty());
        const auto folder = std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "pictures";
        std::filesystem::create_directories(folder);
        EXPECT_TRUE((*offscreen)->writePng(folder / (scene.name + ".png")).ok());
    }
    ImGui::DestroyContext();
}

INSTANTIATE_TEST_SUITE_P(
    Views, Pictures, testing::ValuesIn(scenes()), [](const auto& info) { return info.param.name; });
