#pragma once
#include "gui/views/claim_fields.hpp"
#include "gui/views/file_browser.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// Taking documents in: files (browser, drop, command line, scanner) and the terms of the case. With a case open that
/// may be edited, the files join it.
class IntakeView {
public:
    void draw(const ViewContext& ctx);
    /// Files that came by drop, command line or browser. Each is listed once.
    void add(const std::vector<std::filesystem::path>& files);
    void browse(const ViewContext& ctx) { m_browser.open(FileBrowser::Want::Files, ctx.preferences.folder); }
    const std::vector<std::filesystem::path>& files() const { return m_files; }

private:
    void drawFiles(const ViewContext& ctx);
    void drawFile(const ViewContext& ctx, std::size_t index);
    void drawScanner(const ViewContext& ctx);
    void drawTerms(const ViewContext& ctx, bool joins);
    void drawStart(const ViewContext& ctx, bool joins);
    app::StartIntake command(const ViewContext& ctx, bool withFiles) const;

    std::vector<std::filesystem::path> m_files;
    TermsForm m_form = formOf(CaseTerms{});
    FileBrowser m_browser;
    bool m_scanning = false;
    int m_scanner = 0, m_dpi = 1, m_colour = 1;
};

} // namespace vidimus::gui
