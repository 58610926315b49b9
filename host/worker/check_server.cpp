#include "worker/check_server.hpp"

#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"
#include "worker/check_collector.hpp"
#include "worker/raw_lines.hpp"
#include "worker/text.hpp"

#include <algorithm>

namespace vidimus::worker {
namespace {

using Json = nlohmann::json;
using wire::memberOf;
using wire::textOf;

constexpr std::uint64_t longestId = 256;

template <class Item, class Read> std::vector<Item> listFrom(const Json& json, std::uint64_t most, Read&& read)
{
    std::vector<Item> items;
    for (const Json& item : wire::arrayOf(json, most))
        items.push_back(read(item));
    return items;
}

template <class Item> Json listOf(const std::vector<Item>& items)
{
    Json list = Json::array();
    for (const Item& item : items)
        list.push_back(wire::toWire(item));
    return list;
}

Error unknown(const std::string& what, const std::string& id)
{
    return {ErrorKind::Unsupported, "no installed pack offers the " + what + " " + id, "worker"};
}

} // namespace

bool CheckServer::handle(std::string_view type, const wire::Message& request)
{
    if (type == "begin-checks")
        begin(request.body);
    else if (type == "validate")
        validate(request.body);
    else if (type == "read-fields")
        readFields(request.body);
    else if (type == "evidence")
        evidence(request.body);
    else if (type == "check")
        check(request.body);
    else
        return false;
    return true;
}

Error CheckServer::failure(vidimus_status_t status, vidimus_string_t id) const
{
    return errorOf(status, m_context.lastMessage, clean(id));
}

void CheckServer::begin(const Json& request)
{
    m_context.asOfDay = wire::integerOf(memberOf(request, "asOf"), INT32_MIN, INT32_MAX);
    m_context.link.answer(Json::object());
}

void CheckServer::validate(const Json& request)
{
    const std::string& id = textOf(memberOf(request, "validator"), longestId);
    const auto validator = m_context.packs.validator(id);
    if (!validator)
        return m_context.link.fail(unknown("validator", id));
    vidimus_string_t expected{};
    const auto verdict
        = validator.row->validate(string(textOf(memberOf(request, "value"), m_context.limits.text)), &expected);
    if (verdict > VIDIMUS_CHECK_DIGIT_WRONG)
        return m_context.link.fail(failure(VIDIMUS_INTERNAL, validator.row->id));
    if (expected.size > m_context.limits.text)
        return m_context.link.fail({ErrorKind::TooLarge, "the validator said too much", id});
    m_context.link.answer(
        {{"verdict", wire::toWire(wire::ValidatorAnswer{static_cast<Validation::Verdict>(verdict), clean(expected)})}});
}

void CheckServer::readFields(const Json& request)
{
    const wire::Limits& limits = m_context.limits;
    const std::string& id = textOf(memberOf(request, "reader"), longestId);
    const auto reader = m_context.packs.fieldReader(id);
    if (!reader)
        return m_context.link.fail(unknown("field reader", id));
    const auto lines = listFrom<Line>(
        memberOf(request, "lines"), limits.lines, [&](const Json& item) { return wire::lineFromWire(item, limits); });
    const auto codes = listFrom<Code>(
        memberOf(request, "codes"), limits.items, [&](const Json& item) { return wire::codeFromWire(item, limits); });
    const auto zones = listFrom<Mrz>(
        memberOf(request, "zones"), limits.items, [&](const Json& item) { return wire::mrzFromWire(item, limits); });
    const RawLines raw(lines, codes, zones);
    FieldCollector collector(limits, lines.size());
    const auto status = reader.row->read(raw.lines().data(), raw.lines().size(), raw.codes().data(), raw.codes().size(),
        raw.zones().data(), raw.zones().size(), collector.sink());
    if (status != VIDIMUS_OK)
        return m_context.link.fail(failure(status, reader.row->id));
    const auto fields = collector.finish(id);
    if (!fields)
        return m_context.link.fail(fields.error());
    m_context.link.answer({{"fields", listOf(*fields)}});
}

void CheckServer::evidence(const Json& request)
{
    m_evidence = std::make_unique<EvidenceView>(wire::evidenceFromWire(memberOf(request, "evidence"), m_context.limits),
        wire::rulesFromWire(memberOf(request, "rules"), m_context.limits));
    m_context.link.answer(Json::object());
}

void CheckServer::check(const Json& request)
{
    const std::string& id = textOf(memberOf(request, "check"), longestId);
    const auto check = m_context.packs.check(textOf(memberOf(request, "pack"), longestId), id);
    if (!check)
        return m_context.link.fail(unknown("check", id));
    if (!m_evidence)
        throw wire::DecodeError("there is no evidence");
    const Json& document = memberOf(request, "document");
    const std::uint64_t index = document.is_null() ? UINT64_MAX : wire::countOf(document, UINT32_MAX);
    if (check.row->of_case != document.is_null() || (!document.is_null() && index >= m_evidence->documentCount()))
        return m_context.link.fail({ErrorKind::Unsupported, "the check is not asked of that", id});
    CheckCollector collector(m_context.limits);
    const auto status = check.row->run(m_evidence->raw(), index, collector.sink());
    if (status != VIDIMUS_OK)
        return m_context.link.fail(failure(status, check.row->id));
    const auto results = collector.finish(id);
    if (!results)
        return m_context.link.fail(results.error());
    m_context.noteUse(*check.pack);
    m_context.link.answer(
        {{"pack", check.pack->id}, {"results", listOf(*results)}, {"used", wire::toWire(m_context.used.of)}});
}

} // namespace vidimus::worker
