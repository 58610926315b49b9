#include "worker/pack_table.hpp"

#include "worker/text.hpp"

#include <algorithm>

namespace vidimus::worker {
namespace {

template <class Row>
Offered<Row> find(const std::vector<loader::LoadedPack>& packs, std::span<const Row> loader::LoadedPack::*rows,
    std::string_view id, std::string_view onlyPack = {})
{
    for (const auto& pack : packs) {
        if (!onlyPack.empty() && pack.id != onlyPack)
            continue;
        for (const Row& row : pack.*rows)
            if (view(row.id) == id)
                return {&pack, &row};
    }
    return {};
}

} // namespace

bool holds(const vidimus_string_t* list, std::uint64_t count, std::string_view text)
{
    return std::any_of(list, list + count, [&](vidimus_string_t item) { return view(item) == text; });
}

std::vector<Offered<vidimus_engine_t>> PackTable::engines() const
{
    std::vector<Offered<vidimus_engine_t>> all;
    for (const auto& pack : m_packs)
        for (const vidimus_engine_t& engine : pack.engines)
            if (std::find(m_failedEngines.begin(), m_failedEngines.end(), view(engine.id)) == m_failedEngines.end())
                all.push_back({&pack, &engine});
    return all;
}

Offered<vidimus_engine_t> PackTable::engine(std::string_view id) const
{
    const auto all = engines();
    const auto found = id.empty()
        ? std::max_element(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.row->language_count < b.row->language_count; })
        : std::find_if(all.begin(), all.end(), [&](const auto& offered) { return view(offered.row->id) == id; });
    return found == all.end() ? Offered<vidimus_engine_t>() : *found;
}

std::vector<Offered<vidimus_reader_t>> PackTable::readersFor(std::string_view mediaType) const
{
    std::vector<Offered<vidimus_reader_t>> all;
    for (const auto& pack : m_packs)
        for (const vidimus_reader_t& reader : pack.readers)
            if (holds(reader.media_types, reader.media_type_count, mediaType))
                all.push_back({&pack, &reader});
    return all;
}

Offered<vidimus_image_reader_t> PackTable::imageReader(std::string_view id) const
{
    return find(m_packs, &loader::LoadedPack::imageReaders, id);
}

Offered<vidimus_image_reader_t> PackTable::imageReaderAnswering(std::string_view what) const
{
    for (const auto& pack : m_packs)
        for (const vidimus_reader_t& reader : pack.readers)
            if (holds(reader.passes, reader.pass_count, what))
                if (const auto found = imageReader(view(reader.id)))
                    return found;
    return {};
}

Offered<vidimus_check_t> PackTable::check(std::string_view pack, std::string_view id) const
{
    return find(m_packs, &loader::LoadedPack::checks, id, pack);
}

Offered<vidimus_validator_t> PackTable::validator(std::string_view id) const
{
    return find(m_packs, &loader::LoadedPack::validators, id);
}

Offered<vidimus_field_reader_t> PackTable::fieldReader(std::string_view id) const
{
    return find(m_packs, &loader::LoadedPack::fieldReaders, id);
}

} // namespace vidimus::worker
