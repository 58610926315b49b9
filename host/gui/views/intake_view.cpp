#include "gui/views/intake_view.hpp"

#include "gui/views/jobs_view.hpp"
#include "gui/views/looks.hpp"
#include "gui/views/terms_view.hpp"

#include <algorithm>
#include <array>

namespace vidimus::gui {

namespace {

constexpr std::array resolutions{200, 300, 400, 600}; ///< dpi

} // namespace

void IntakeView::add(const std::vector<std::filesystem::path>& files)
{
    for (const std::filesystem::path& file : files)
        if (std::ranges::find(m_files, file) == m_files.end())
            m_files.push_back(file);
}

void IntakeView::draw(const ViewContext& ctx)
{
    const bool joins = ctx.snapshot.open && ctx.snapshot.open->mayEdit;
    title(ctx.text(joins ? "intake.title-join" : "intake.title"));
    smallParagraph(joins
            ? ctx.text("intake.lead-join", {{"subject", ctx.shown(ctx.snapshot.open->checked->terms.subject)}})
            : ctx.text("intake.lead"));
    gap(16);
    drawJobs(ctx);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float foot = px(48), left = std::floor((room.x - px(16)) * (joins ? 1.0f : 0.5f));
    {
        const Card card("intake-files", {left, room.y - foot}, 24);
        drawFiles(ctx);
    }
    if (!joins) {
        ImGui::SameLine(0, px(16));
        const Card card("intake-terms", {0, room.y - foot}, 24);
        drawTerms(ctx, joins);
    }
    gap(8);
    drawStart(ctx, joins);
    if (const auto chosen = m_browser.draw(ctx))
        add(*chosen);
}

void IntakeView::drawFiles(const ViewContext& ctx)
{
    heading(ctx.text("intake.files"));
    gap(4);
    if (button({.id = "intake.browse", .label = ctx.text("intake.browse"), .icon = icon::addFile}))
        browse(ctx);
    ImGui::SameLine(0, px(8));
    if (button(
            {.id = "intake.scan", .label = ctx.text("intake.scan"), .icon = icon::scanner, .selected = m_scanning})) {
        m_scanning = !m_scanning;
        if (m_scanning && ctx.snapshot.scanners.empty())
            ctx.send(app::FindScanners{});
    }
    gap(8);
    if (m_scanning)
        drawScanner(ctx);
    const Pane list("intake-list", {0, 0});
    if (m_files.empty()) {
        emptyState(icon::addFile, ctx.text("intake.empty"), ctx.text("intake.empty-hint"));
        return;
    }
    for (std::size_t i = 0; i < m_files.size(); ++i)
        drawFile(ctx, i);
}

void IntakeView::drawFile(const ViewContext& ctx, std::size_t index)
{
    ImGui::PushID(static_cast<int>(index));
    const std::filesystem::path& file = m_files[index];
    const std::string name = file.filename().string(), folder = file.parent_path().string();
    const float width = ImGui::GetContentRegionAvail().x - px(48);
    ImGui::BeginGroup();
    oneLine(std::string(file.extension() == ".pdf" ? icon::pdf : icon::picture) + "  " + ctx.shown(name), width,
        palette().text);
    mark("intake.file." + name);
    oneLine(ctx.shown(folder), width, palette().muted, fonts().small);
    ImGui::EndGroup();
    alignRight(px(32));
    const bool removed = button({.id = "intake.remove." + std::to_string(index),
        .label = {},
        .icon = icon::close,
        .kind = ButtonKind::Quiet,
        .tip = ctx.text("intake.remove")});
    ImGui::PopID();
    if (removed)
        m_files.erase(m_files.begin() + static_cast<std::ptrdiff_t>(index));
}

void IntakeView::drawScanner(const ViewContext& ctx)
{
    const Card card("intake-scanner", {0, px(176)}, 16);
    const auto& scanners = ctx.snapshot.scanners;
    if (scanners.empty()) {
        paragraph(ctx.text(ctx.snapshot.lookingForScanners ? "intake.looking" : "intake.no-scanner"));
        gap(8);
        if (button({.id = "intake.find",
                .label = ctx.text("intake.find"),
                .icon = icon::again,
                .enabled = !ctx.snapshot.lookingForScanners,
                .whyNot = ctx.text("intake.looking")}))
            ctx.send(app::FindScanners{});
        return;
    }
    std::vector<std::string> names, dpis;
    for (const std::string& scanner : scanners)
        names.push_back(ctx.shown(scanner));
    for (const int dpi : resolutions)
        dpis.push_back(std::to_string(dpi) + " dpi");
    m_scanner = std::clamp(m_scanner, 0, static_cast<int>(scanners.size()) - 1);
    choice("intake.scanner", ctx.text("intake.scanner"), names, m_scanner);
    choice("intake.dpi", {}, dpis, m_dpi, px(112));
    ImGui::SameLine(0, px(8));
    choice("intake.colour", {}, {ctx.text("intake.grey"), ctx.text("intake.colour")}, m_colour, px(128));
    ImGui::SameLine(0, px(8));
    const std::string trouble = termsTrouble(m_form);
    if (button({.id = "intake.scan-page",
            .label = ctx.text("intake.scan-page"),
            .icon = icon::scanner,
            .kind = ButtonKind::Primary,
            .enabled = trouble.empty(),
            .whyNot = trouble.empty() ? "" : ctx.text(trouble)}))
        ctx.send(app::ScanPage{.device = scanners[static_cast<std::size_t>(m_scanner)],
            .dpi = resolutions[static_cast<std::size_t>(m_dpi)],
            .colour = m_colour == 1,
            .then = command(ctx, false)});
    smallParagraph(ctx.text("intake.scan-hint"));
}

void IntakeView::drawTerms(const ViewContext& ctx, bool)
{
    heading(ctx.text("intake.terms"));
    gap(8);
    drawTermsForm(ctx, m_form);
}

app::StartIntake IntakeView::command(const ViewContext& ctx, bool withFiles) const
{
    app::StartIntake start;
    const bool joins = ctx.snapshot.open && ctx.snapshot.open->mayEdit;
    start.caseId = joins ? ctx.snapshot.open->checked->id : std::string();
    start.terms = joins ? ctx.snapshot.open->checked->terms : termsOf(m_form);
    if (withFiles)
        start.sources = m_files;
    return start;
}

void IntakeView::drawStart(const ViewContext& ctx, bool joins)
{
    const std::string trouble = m_files.empty() ? "intake.why-no-files" : joins ? "" : termsTrouble(m_form);
    const std::string text
        = m_files.empty() ? ctx.text("intake.start") : ctx.text.count("intake.start-n", m_files.size());
    const std::string cancel = ctx.text("dialog.cancel");
    ImGui::Dummy({0, 0});
    alignRight(buttonWidth(cancel, nullptr) + px(8) + buttonWidth(text, icon::right));
    if (button({.id = "intake.cancel", .label = cancel}))
        ctx.screen = joins ? Screen::Case : Screen::Cases;
    ImGui::SameLine(0, px(8));
    if (button({.id = "intake.start",
            .label = text,
            .icon = icon::right,
            .kind = ButtonKind::Primary,
            .enabled = trouble.empty(),
            .whyNot = trouble.empty() ? "" : ctx.text(trouble)})) {
        rememberPathway(ctx.preferences.pathways, m_form.pathway);
        ctx.send(command(ctx, true));
        m_files.clear();
        m_form = formOf(CaseTerms{});
        ctx.screen = joins ? Screen::Case : Screen::Cases;
    }
}

} // namespace vidimus::gui
