#include "worker/offers.hpp"

#include "worker/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace vidimus::worker {
namespace {

using Json = nlohmann::json;

Json listOf(const vidimus_string_t* items, std::uint64_t count)
{
    Json list = Json::array();
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 256); ++i)
        list.push_back(clean(items[i]));
    return list;
}

} // namespace

Json offersOf(const PackTable& table)
{
    Json readers = Json::array(), engines = Json::array(), checks = Json::array(), validators = Json::array(),
         fieldReaders = Json::array();
    for (const auto& pack : table.packs()) {
        for (const auto& row : pack.readers)
            readers.push_back({clean(row.id), pack.id, listOf(row.media_types, row.media_type_count),
                listOf(row.passes, row.pass_count)});
        for (const auto& row : pack.checks)
            checks.push_back({clean(row.id), pack.id, row.of_case});
        for (const auto& row : pack.validators)
            validators.push_back(Json::array({clean(row.id), pack.id}));
        for (const auto& row : pack.fieldReaders)
            fieldReaders.push_back(Json::array({clean(row.id), pack.id}));
    }
    for (const auto& [pack, row] : table.engines())
        engines.push_back({clean(row->id), clean(row->version), pack->id, listOf(row->languages, row->language_count)});
    return {{"readers", std::move(readers)}, {"engines", std::move(engines)}, {"checks", std::move(checks)},
        {"validators", std::move(validators)}, {"fieldReaders", std::move(fieldReaders)}};
}

} // namespace vidimus::worker
