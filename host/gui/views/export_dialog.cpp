#include "gui/views/export_dialog.hpp"

#include "gui/widgets/icons.hpp"
#include "messages/ui_messages.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vidimus::gui {

namespace {

constexpr std::array suffixes{".pdf", ".html", ".json"};

} // namespace

void ExportDialog::open(const ViewContext& ctx)
{
    if (!ctx.snapshot.open)
        return;
    m_open = true;
    // Where files were last looked for; at the very first time the person's own folder.
    const char* home = std::getenv("HOME");
    m_folder = !ctx.preferences.folder.empty() ? ctx.preferences.folder : home ? home : "";
    // Named by the case's number: a report's file name tells nobody whose it is.
    m_name = "vidimus-" + ctx.snapshot.open->checked->id;
    const auto& languages = messages::UiMessages::languages();
    m_language = static_cast<int>(std::ranges::find(languages, ctx.text.language()) - languages.begin());
}

void ExportDialog::drawForm(const ViewContext& ctx)
{
    label(ctx.text("export.format"));
    segments("export-format",
        {{.id = "export.pdf", .label = "PDF", .icon = icon::pdf}, {.id = "export.html", .label = "HTML"},
            {.id = "export.json", .label = "JSON"}},
        m_format);
    gap(8);
    label(ctx.text("export.kind"));
    segments("export-kind",
        {{.id = "export.summary", .label = ctx.text("export.summary")},
            {.id = "export.full", .label = ctx.text("export.full")}},
        m_kind);
    smallParagraph(ctx.text(m_kind == 0 ? "export.summary-hint" : "export.full-hint"));
    gap(8);
    std::vector<std::string> names;
    for (const std::string_view language : messages::UiMessages::languages())
        names.push_back(languageName(language));
    choice("export.language", ctx.text("export.language"), names, m_language);
    gap(8);
    const std::string browse = ctx.text("export.browse");
    textField("export.folder", ctx.text("export.folder"), m_folder, 0, {},
        ImGui::GetContentRegionAvail().x - buttonWidth(browse, icon::folder) - px(8));
    ImGui::SameLine(0, px(8));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetTextLineHeightWithSpacing() - px(4));
    if (button({.id = "export.browse", .label = browse, .icon = icon::folder}))
        m_browser.open(FileBrowser::Want::Folder, m_folder);
    gap(8);
    textField("export.name", ctx.text("export.name"), m_name);
}

void ExportDialog::draw(const ViewContext& ctx, const Case&)
{
    if (!beginDialog("export", ctx.text("export.title"), 560, m_open))
        return;
    drawForm(ctx);
    if (const auto chosen = m_browser.draw(ctx); chosen && !chosen->empty())
        m_folder = chosen->front().string();
    const bool complete = !m_folder.empty() && !m_name.empty();
    const DialogAnswer answer = dialogButtons("export", ctx.text("dialog.cancel"),
        {.id = "export.write",
            .label = ctx.text("export.write"),
            .icon = icon::exportOut,
            .kind = ButtonKind::Primary,
            .enabled = complete,
            .whyNot = ctx.text("export.why-incomplete")});
    if (answer == DialogAnswer::Confirm) {
        const std::filesystem::path out
            = std::filesystem::path(m_folder) / (m_name + suffixes[static_cast<std::size_t>(m_format)]);
        ctx.send(app::ExportReport{.out = out,
            .language = std::string(messages::UiMessages::languages()[static_cast<std::size_t>(m_language)]),
            .full = m_kind == 1});
    }
    if (answer != DialogAnswer::None)
        m_open = false;
    endDialog();
}

} // namespace vidimus::gui
