#pragma once
#include "gui/views/file_browser.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// Where and how a report leaves the house.
class ExportDialog {
public:
    void open(const ViewContext& ctx);
    void draw(const ViewContext& ctx, const Case& shown);

private:
    void drawForm(const ViewContext& ctx);
    bool m_open = false;
    std::string m_folder, m_name;
    int m_format = 0, m_language = 0, m_kind = 0;
    FileBrowser m_browser;
};

} // namespace vidimus::gui
