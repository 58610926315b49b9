#include "gui/headless.hpp"

#include "gui/sample_case.hpp"
#include "gui/shell/key_map.hpp"

using namespace vidimus;
using namespace vidimus::gui;

void Headless::SetUp()
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1440, 900};
    io.DeltaTime = 1 / 60.0f;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    mapKeys();
    fonts() = FontSet();
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    applyTheme(ThemeKind::Light, 1);
    Probe::current() = &m_probe;
}

void Headless::TearDown()
{
    Probe::current() = nullptr;
    ImGui::DestroyContext();
}

void Headless::frames(int count)
{
    for (int i = 0; i < count; ++i) {
        m_probe.clear();
        m_now += 1 / 60.0;
        ImGui::NewFrame();
        view.draw(workbench, glyphs, textures, preferences, m_now);
        ImGui::Render();
    }
}

void Headless::clickAt(ImVec2 at)
{
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = at;
    frames(2);
    io.MouseDown[0] = true;
    frames(1);
    io.MouseDown[0] = false;
    frames(3);
}

void Headless::click(const std::string& name)
{
    const ProbedItem* item = find(name);
    ASSERT_TRUE(item) << "nothing called " << name << " is drawn";
    clickAt(item->centre());
}

void Headless::press(int key, bool ctrl, bool shift, bool alt)
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = ctrl;
    io.KeyShift = shift;
    io.KeyAlt = alt;
    io.KeysDown[key] = true;
    frames(1);
    io.KeysDown[key] = false;
    io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
    frames(3);
}

void Headless::type(const std::string& utf8)
{
    ImGui::GetIO().AddInputCharactersUTF8(utf8.c_str());
    frames(2);
}

void Headless::signIn(Role role)
{
    workbench.change([&](app::Snapshot& s) {
        s.signedIn = store::Account{.name = "chan", .displayName = "Chan Tai Man", .role = role};
    });
    frames();
}

void Headless::openSample(bool mayEdit, bool mayConclude)
{
    workbench.change([&](app::Snapshot& s) {
        s.open = sample::openCase();
        s.open->mayEdit = mayEdit;
        s.open->mayConclude = mayConclude;
        s.open->whyNot = mayEdit && mayConclude ? "" : "Only an auditor who did not work on this case may conclude it.";
    });
    workbench.pages = sample::pages(*workbench.snapshot()->open->checked);
    frames(4);
}
