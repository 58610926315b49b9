#pragma once
#include "app/workbench.hpp"

#include <vector>

/// A workbench that shows what a test puts into it, and remembers what it was sent. Language changes are applied, since
/// every view reads them back; all else is up to the test.
class FakeWorkbench : public vidimus::app::Workbench {
public:
    FakeWorkbench();
    std::shared_ptr<const vidimus::app::Snapshot> snapshot() const override { return m_snapshot; }
    void apply(vidimus::app::Command command) override;
    vidimus::app::PictureState picture(vidimus::FileIndex file, vidimus::PageIndex page, vidimus::Dpi dpi) override;
    void waitUntilIdle() override { }

    /// Publishes a changed snapshot.
    template <class Change> void change(Change&& change)
    {
        auto next = std::make_shared<vidimus::app::Snapshot>(*m_snapshot);
        ++next->version;
        change(*next);
        m_snapshot = std::move(next);
    }
    /// The last command of that kind that was sent, or null.
    template <class Kind> const Kind* last() const
    {
        for (auto it = commands.rbegin(); it != commands.rend(); ++it)
            if (const Kind* found = std::get_if<Kind>(&*it))
                return found;
        return nullptr;
    }

    std::vector<vidimus::app::Command> commands;
    std::vector<std::pair<vidimus::FileIndex, vidimus::PageIndex>> asked; ///< pictures that views asked for
    std::vector<std::shared_ptr<const vidimus::pipeline::PagePicture>>
        pages; ///< one a page over all files; null: loading

private:
    std::shared_ptr<const vidimus::app::Snapshot> m_snapshot;
};
