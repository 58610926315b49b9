#pragma once
#include "gui/fake_workbench.hpp"
#include "gui/views/workstation_view.hpp"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

/// Textures that exist in name only.
class NamedTextures : public vidimus::gui::Textures {
public:
    ImTextureID of(const std::shared_ptr<const vidimus::pipeline::PagePicture>& picture) override
    {
        ++asked;
        return picture ? reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(1)) : nullptr;
    }
    int asked = 0;
};

/// The workstation without a display: frames, clicks and keys; what was drawn is found by name through the probe.
class Headless : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    void frames(int count = 3);
    const vidimus::gui::ProbedItem* find(const std::string& name) const { return m_probe.find(name); }
    bool shows(const std::string& name) const { return m_probe.find(name) != nullptr; }
    /// Moves there and clicks. Fails the test where there is no such item.
    void click(const std::string& name);
    void clickAt(ImVec2 at);
    void press(int key, bool ctrl = false, bool shift = false, bool alt = false);
    void type(const std::string& utf8);
    /// Signs in as that role, with the sample case open where asked for.
    void signIn(vidimus::Role role);
    void openSample(bool mayEdit, bool mayConclude);

    FakeWorkbench workbench;
    vidimus::gui::WorkstationView view;
    vidimus::gui::GlyphNeeds glyphs;
    vidimus::gui::Preferences preferences;
    NamedTextures textures;

private:
    vidimus::gui::Probe m_probe;
    double m_now = 0;
};
