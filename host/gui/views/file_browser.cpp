#include "gui/views/file_browser.hpp"

#include "gui/widgets/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace vidimus::gui {

namespace {

const char* iconOf(const ListedFile& entry)
{
    if (entry.folder)
        return icon::folder;
    return entry.name.ends_with(".pdf") || entry.name.ends_with(".PDF") ? icon::pdf
        : looksReadable(entry.name)                                     ? icon::picture
                                                                        : icon::file;
}

} // namespace

void FileBrowser::open(Want want, const std::string& folder)
{
    m_open = true;
    m_want = want;
    m_folder.clear();
    m_entered = folder;
}

void FileBrowser::enter(const ViewContext& ctx, const std::filesystem::path& folder)
{
    m_folder = folder;
    m_typed = folder.string();
    m_listing = listFolder(folder, ctx.preferences.allFiles);
    m_listedAll = ctx.preferences.allFiles;
    m_marked.clear();
    m_focusFrames = 3; // a dialog is laid out in its second frame, and takes the keyboard itself in its first
    ctx.preferences.folder = folder.string();
}

std::vector<std::filesystem::path> FileBrowser::chosen() const
{
    std::vector<std::filesystem::path> paths;
    if (m_want == Want::Folder)
        paths.push_back(m_folder);
    else
        for (const std::string& name : m_marked)
            paths.push_back(m_folder / name);
    return paths;
}

bool FileBrowser::goUpPressed() const
{
    return !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace));
}

std::optional<std::vector<std::filesystem::path>> FileBrowser::draw(const ViewContext& ctx)
{
    if (!beginDialog(
            "browser", ctx.text(m_want == Want::Files ? "browser.title" : "browser.title-folder"), 760, m_open))
        return std::nullopt;
    if (m_folder.empty())
        enter(ctx, existingFolder(m_entered));
    else if (m_listedAll != ctx.preferences.allFiles)
        enter(ctx, m_folder);
    drawPath(ctx);
    gap(8);
    m_confirmed = false;
    drawEntries(ctx);
    if (m_want == Want::Files)
        checkBox("browser.all", ctx.text("browser.all"), ctx.preferences.allFiles);
    const std::size_t marked = m_marked.size();
    const bool complete = m_want == Want::Folder || marked > 0;
    const DialogAnswer answer = dialogButtons("browser", ctx.text("dialog.cancel"),
        {.id = "browser.choose",
            .label = m_want == Want::Folder ? ctx.text("browser.choose-folder")
                : marked == 0               ? ctx.text("browser.choose")
                                            : ctx.text.count("browser.choose-n", marked),
            .icon = icon::tick,
            .kind = ButtonKind::Primary,
            .enabled = complete,
            .whyNot = ctx.text("browser.why-none")});
    std::optional<std::vector<std::filesystem::path>> result;
    if ((answer == DialogAnswer::Confirm || m_confirmed) && complete)
        result = chosen();
    if (answer != DialogAnswer::None || result)
        m_open = false;
    endDialog();
    return result;
}

void FileBrowser::drawPath(const ViewContext& ctx)
{
    const std::filesystem::path above = m_folder.parent_path();
    const bool up = button({.id = "browser.up",
        .label = {},
        .icon = icon::up,
        .enabled = above != m_folder,
        .whyNot = ctx.text("browser.why-top"),
        .tip = ctx.text("browser.up")});
    ImGui::SameLine(0, px(8));
    std::string shown = displayable(m_typed);
    ctx.glyphs.need(shown);
    const bool entered = textField("browser.path", {}, shown, ImGuiInputTextFlags_EnterReturnsTrue);
    m_typed = fromDisplayable(shown);
    if ((up || goUpPressed()) && above != m_folder)
        enter(ctx, above);
    else if (entered)
        enter(ctx, existingFolder(m_typed));
}

void FileBrowser::drawEntries(const ViewContext& ctx)
{
    const Card card("browser-list", {0, std::min(px(360), ImGui::GetIO().DisplaySize.y - px(360))}, 4);
    if (!m_listing.trouble.empty()) {
        emptyState(icon::caution, ctx.text("browser.trouble"), ctx.shown(m_listing.trouble));
        return;
    }
    if (m_listing.entries.empty()) {
        emptyState(icon::folder, ctx.text("browser.empty"),
            ctx.text(ctx.preferences.allFiles ? "browser.empty-hint-all" : "browser.empty-hint"));
        return;
    }
    const std::filesystem::path here = m_folder;
    for (std::size_t i = 0; i < m_listing.entries.size(); ++i) {
        drawEntry(ctx, m_listing.entries[i]);
        if (m_folder != here)
            return;
    }
    m_focusFrames = std::max(0, m_focusFrames - 1);
}

void FileBrowser::drawEntry(const ViewContext& ctx, const ListedFile& entry)
{
    const std::string name = entry.name; // entering a folder replaces the listing that entry lies in
    ImGui::PushID(name.c_str());
    const bool usable = entry.folder || m_want == Want::Files;
    const bool marked = m_marked.contains(name);
    ImGui::BeginDisabled(!usable);
    const std::string face = std::string(marked ? icon::tick : iconOf(entry)) + "   " + ctx.shown(name);
    const bool pressed = ImGui::Selectable((face + "###entry").c_str(), marked,
        ImGuiSelectableFlags_AllowDoubleClick | ImGuiSelectableFlags_DontClosePopups, {0, px(26)});
    ImGui::EndDisabled();
    if (m_focusFrames > 0 && name == m_listing.entries.front().name)
        takeKeyboard(true);
    mark("browser.entry." + name);
    if (!entry.folder) {
        const std::string size = sizeText(entry.size);
        const InFont face2(fonts().small);
        const ImVec2 max = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddText(
            {max.x - ImGui::CalcTextSize(size.c_str()).x - px(8), max.y - px(24)}, palette().muted, size.c_str());
    }
    if (pressed && entry.folder) {
        enter(ctx, m_folder / name);
    } else if (pressed) {
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            m_marked.insert(name);
            m_confirmed = true;
        } else if (!m_marked.erase(name)) {
            m_marked.insert(name);
        }
    }
    ImGui::PopID();
}

} // namespace vidimus::gui
