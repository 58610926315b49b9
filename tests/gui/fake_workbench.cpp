#include "gui/fake_workbench.hpp"

using namespace vidimus;

FakeWorkbench::FakeWorkbench()
    : m_snapshot(std::make_shared<app::Snapshot>())
{
    change([](app::Snapshot& s) { s.storeName = "~/.local/share/vidimus/cases.db"; });
}

void FakeWorkbench::apply(app::Command command)
{
    if (const auto* language = std::get_if<app::SetLanguage>(&command))
        change([&](app::Snapshot& s) { s.language = language->language; });
    commands.push_back(std::move(command));
}

app::PictureState FakeWorkbench::picture(FileIndex file, PageIndex page, Dpi)
{
    asked.emplace_back(file, page);
    const auto& open = m_snapshot->open;
    std::size_t index = page.value;
    for (std::uint32_t f = 0; open && f < file.value; ++f)
        index += open->checked->files[f].pages.size();
    if (index >= pages.size())
        return {.kind = app::PictureState::Kind::Failed, .picture = nullptr, .message = "no such page"};
    if (!pages[index])
        return {};
    return {.kind = app::PictureState::Kind::Ready, .picture = pages[index], .message = {}};
}
