#pragma once
#include "gui/views/file_listing.hpp"
#include "gui/views/view_context.hpp"

#include <optional>
#include <set>

namespace vidimus::gui {

/// Chooses files or a folder. Everything by keyboard: arrows, Enter opens a folder or picks a file, Backspace goes up.
class FileBrowser {
public:
    enum class Want { Files, Folder };
    void open(Want want, const std::string& folder);
    /// The chosen paths in the frame in which they were confirmed.
    std::optional<std::vector<std::filesystem::path>> draw(const ViewContext& ctx);

private:
    void enter(const ViewContext& ctx, const std::filesystem::path& folder);
    void drawPath(const ViewContext& ctx);
    void drawEntries(const ViewContext& ctx);
    void drawEntry(const ViewContext& ctx, const ListedFile& entry);
    bool goUpPressed() const;
    std::vector<std::filesystem::path> chosen() const;

    bool m_open = false, m_confirmed = false;
    int m_focusFrames = 0; ///< so many frames more the first entry takes the keyboard
    Want m_want = Want::Files;
    std::filesystem::path m_folder;
    std::string m_typed, m_entered;
    Listing m_listing;
    bool m_listedAll = false;
    std::set<std::string> m_marked;
};

} // namespace vidimus::gui
