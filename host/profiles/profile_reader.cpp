#include "core/spelling.hpp"
#include "profiles/profile_set.hpp"
#include "profiles/rules.hpp"
#include "profiles/toml_reader.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::profiles {
namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 11> kinds{
    {{"text", FieldKind::Text}, {"number", FieldKind::Number}, {"identity-number", FieldKind::IdentityNumber},
        {"date", FieldKind::Date}, {"sex", FieldKind::Sex}, {"han-name", FieldKind::HanName},
        {"latin-name", FieldKind::LatinName}, {"place", FieldKind::Place}, {"choice", FieldKind::Choice},
        {"amount", FieldKind::Amount}, {"commercial-codes", FieldKind::CommercialCodes}}};

bool idIsPlain(std::string_view id)
{
    return !id.empty() && id.size() <= 80 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

struct Named {
    std::string_view name, expression;
};

/// What an expression may name: a date in any of the forms that are printed on papers, a name in Han characters, the
/// comma of a sentence (engines read a dot for it): also an opening bracket, and a closing one with its comma.
constexpr std::array namedExpressions{
    Named{"{date}",
        R"((?:\d{1,2}\s?(?:st|nd|rd|th)?\s*(?:day\s+)?(?:of\s+|de\s+)?[A-Za-zç]{3,9}\.?,?\s*(?:de\s+)?\d{4})"
        R"(|[A-Z][A-Za-z]{2,8}\.?\s*\d{1,2}\s?(?:st|nd|rd|th)?\s*,?\s*\d{4})"
        R"(|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2})"
        R"(|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
        R"(|[〇零○一二三四五六七八九十O0-9 ]{4,10}年[一二三四五六七八九十0-9 ]{1,6}月[一二三四五六七八九十廿0-9 ]{1,8}日))"},
    Named{"{han-name}", R"(\p{Han}{2,4}(?:[·•・]\p{Han}{1,6}){0,3})"},
    Named{"{comma}", R"((?:\s*[,，.．]\s*|\s*[(（]\s*|\s*[)）]\s*[,，.．]\s*))"}};

std::string withNamed(std::string expression)
{
    for (const auto& [name, meaning] : namedExpressions)
        for (std::size_t at = expression.find(name); at != std::string::npos;
             at = expression.find(name, at + meaning.size()))
            expression.replace(at, name.size(), meaning);
    return expression;
}

/// Builds one Profile; the reader keeps the first error.
class Builder {
public:
    Builder(TomlReader& reader, Profile& profile)
        : m_reader(reader)
        , m_profile(profile)
    {
    }

    void build(const toml::table& root)
    {
        m_reader.onlyKeys(root,
            {"schema", "id", "title", "jurisdiction", "issued", "source", "languages", "threshold", "recognise", "side",
                "stops", "field", "field_readers", "checks", "rules", "code_hosts"},
            "a profile");
        if (m_reader.text(root, "schema", true) != "vidimus.profile/1")
            m_reader.fail(root["schema"] ? *root.get("schema") : root, "'schema' must be \"vidimus.profile/1\"");
        header(root);
        for (const toml::table* row : m_reader.rows(root, "side"))
            side(*row);
        for (const toml::table* row : m_reader.rows(root, "recognise"))
            recogniser(*row);
        if (m_profile.recognisers.empty())
            m_reader.fail(root, "a profile needs at least one [[recognise]]");
        for (const toml::table* row : m_reader.rows(root, "field"))
            field(*row);
        levels(root);
        rules(root);
        addFieldRules(m_profile);
    }

private:
    void header(const toml::table& root)
    {
        m_profile.id = m_reader.text(root, "id", true);
        if (!idIsPlain(m_profile.id))
            m_reader.fail(
                root["id"] ? *root.get("id") : root, "'id' must be lower-case letters, digits, dots and hyphens");
        if (const toml::table* titles = m_reader.table(root, "title"))
            for (const auto& [language, text] : *titles)
                m_profile.title.emplace(language.str(), m_reader.text(*titles, language.str(), true));
        if (!m_profile.title.contains("en"))
            m_reader.fail(root, "'title' needs at least English: title = { en = \"…\" }");
        if (root.contains("jurisdiction"))
            m_profile.jurisdiction = m_reader.text(root, "jurisdiction");
        if (const toml::table* issued = m_reader.table(root, "issued")) {
            m_reader.onlyKeys(*issued, {"from", "until"}, "'issued'");
            m_profile.issuedFrom = m_reader.date(*issued, "from");
            m_profile.issuedUntil = m_reader.date(*issued, "until");
            if (m_profile.issuedFrom && m_profile.issuedUntil
                && certainlyBefore(*m_profile.issuedUntil, *m_profile.issuedFrom))
                m_reader.fail(*issued, "'issued' ends before it begins");
        }
        m_profile.source = m_reader.text(root, "source");
        m_profile.languages = m_reader.text(root, "languages");
        m_profile.threshold = m_reader.number(root, "threshold").value_or(m_profile.threshold);
        if (m_profile.threshold <= 0 || m_profile.threshold > 1)
            m_reader.fail(*root.get("threshold"), "'threshold' must lie above 0 and not above 1");
        m_profile.stops = m_reader.texts(root, "stops");
        m_profile.fieldReaders = m_reader.texts(root, "field_readers");
    }

    void side(const toml::table& row)
    {
        m_reader.onlyKeys(row, {"id", "required"}, "[[side]]");
        Side side{m_reader.text(row, "id", true), !row.contains("required") || m_reader.flag(row, "required")};
        m_profile.sides.push_back(std::move(side));
    }

    std::string sideOf(const toml::table& row)
    {
        const std::string side = m_reader.text(row, "side");
        const auto known = [&](const Side& one) { return one.id == side; };
        if (!side.empty() && std::none_of(m_profile.sides.begin(), m_profile.sides.end(), known))
            m_reader.fail(*row.get("side"), "there is no [[side]] with the id '" + side + "'");
        return side;
    }

    void recogniser(const toml::table& row)
    {
        m_reader.onlyKeys(row, {"text", "texts", "mrz", "weight", "side"}, "[[recognise]]");
        Recogniser recogniser;
        recogniser.texts = m_reader.texts(row, "text");
        for (std::string& text : m_reader.texts(row, "texts"))
            recogniser.texts.push_back(std::move(text));
        recogniser.mrz = m_reader.text(row, "mrz");
        const bool empty = std::any_of(
            recogniser.texts.begin(), recogniser.texts.end(), [](const auto& text) { return text.empty(); });
        if (empty || recogniser.texts.empty() == recogniser.mrz.empty())
            m_reader.fail(row, "[[recognise]] needs 'text', 'texts' or 'mrz', not empty");
        const auto weight = m_reader.number(row, "weight");
        if (!weight || *weight < -1 || *weight > 1 || *weight == 0)
            m_reader.fail(row, "[[recognise]] needs a 'weight' between -1 and 1, not 0");
        recogniser.weight = weight.value_or(0);
        recogniser.side = sideOf(row);
        m_profile.recognisers.push_back(std::move(recogniser));
    }

    void field(const toml::table& row)
    {
        m_reader.onlyKeys(row,
            {"id", "lang", "kind", "label", "given", "until", "region_mm", "pattern", "search", "validate", "alphabet",
                "languages", "choices", "side", "lines", "last", "required"},
            "[[field]]");
        FieldSpec field;
        field.id = m_reader.text(row, "id", true);
        if (!idIsPlain(field.id))
            m_reader.fail(row, "a [[field]] needs an id of lower-case letters, digits, dots and hyphens");
        field.lang = m_reader.text(row, "lang");
        field.kind = kindOf(row);
        field.labels = m_reader.texts(row, "label");
        field.given = m_reader.texts(row, "given");
        field.untils = m_reader.texts(row, "until");
        field.region = region(row);
        field.pattern = m_reader.text(row, "pattern");
        checkExpression(row, "pattern", field.pattern, false);
        field.search = m_reader.texts(row, "search");
        for (std::string& expression : field.search) {
            expression = withNamed(std::move(expression));
            checkExpression(row, "search", expression, true);
        }
        field.validator = m_reader.text(row, "validate");
        field.alphabet = m_reader.text(row, "alphabet");
        field.languages = m_reader.text(row, "languages");
        choices(row, field);
        field.side = sideOf(row);
        field.lines = m_reader.integer(row, "lines").value_or(1);
        if (field.lines < 1 || field.lines > 20)
            m_reader.fail(*row.get("lines"), "'lines' must lie between 1 and 20");
        field.last = m_reader.flag(row, "last");
        field.required = m_reader.flag(row, "required");
        m_profile.fields.push_back(std::move(field));
    }

    FieldKind kindOf(const toml::table& row)
    {
        const std::string name = m_reader.text(row, "kind");
        if (name.empty())
            return FieldKind::Text;
        for (const auto& [spelling, kind] : kinds)
            if (spelling == name)
                return kind;
        std::string known;
        for (const auto& [spelling, kind] : kinds)
            known += (known.empty() ? "" : ", ") + std::string(spelling);
        m_reader.fail(*row.get("kind"), "'kind' is one of " + known);
        return FieldKind::Text;
    }

    std::optional<Region> region(const toml::table& row)
    {
        const toml::node* node = row.get("region_mm");
        if (!node)
            return std::nullopt;
        std::vector<double> numbers;
        if (const toml::array* list = node->as_array())
            for (const toml::node& item : *list)
                if (item.is_number())
                    numbers.push_back(item.value_or(0.0));
        if (numbers.size() != 4 || numbers[0] < 0 || numbers[1] < 0 || numbers[2] <= 0 || numbers[3] <= 0) {
            m_reader.fail(*node, "'region_mm' must be [x, y, width, height] in millimetres from the top left");
            return std::nullopt;
        }
        return Region{{numbers[0]}, {numbers[1]}, {numbers[2]}, {numbers[3]}};
    }

    void checkExpression(const toml::table& row, std::string_view key, const std::string& expression, bool oneGroup)
    {
        if (expression.empty())
            return;
        RE2::Options options;
        options.set_log_errors(false);
        const RE2 compiled(expression, options);
        if (!compiled.ok())
            m_reader.fail(*row.get(key), "'" + std::string(key) + "' is no regular expression: " + compiled.error());
        else if (oneGroup && compiled.NumberOfCapturingGroups() != 1)
            m_reader.fail(*row.get(key), "'" + std::string(key) + "' needs exactly one group: what it finds");
    }

    void choices(const toml::table& row, FieldSpec& field)
    {
        const toml::node* node = row.get("choices");
        if (node && node->is_table()) {
            for (const auto& [spelling, value] : *node->as_table())
                field.choices.emplace(spelling.str(), m_reader.text(*node->as_table(), spelling.str()));
        } else if (node) {
            for (const std::string& choice : m_reader.texts(row, "choices"))
                field.choices.emplace(choice, choice);
        }
        if (field.kind == FieldKind::Choice && field.choices.empty())
            m_reader.fail(row, "a field of kind choice needs 'choices'");
    }

    void levels(const toml::table& root)
    {
        const toml::table* checks = m_reader.table(root, "checks");
        if (!checks)
            return;
        for (const auto& [check, node] : *checks) {
            const auto level = named<Level>(m_reader.text(*checks, check.str()));
            if (level)
                m_profile.levels.emplace(check.str(), *level);
            else
                m_reader.fail(node, "a level is one of fail, warn, inform, ignore");
        }
    }

    void rules(const toml::table& root)
    {
        if (const toml::table* checks = m_reader.table(root, "rules"))
            for (const auto& [check, parameters] : *checks) {
                if (!parameters.is_table())
                    m_reader.fail(parameters, "write [rules." + std::string(check.str()) + "]");
                flatten(parameters, std::string(check.str()), m_profile.rules);
            }
        std::size_t index = 0;
        for (const std::string& host : m_reader.texts(root, "code_hosts"))
            m_profile.rules["code_hosts." + std::to_string(index++)] = host;
    }

    TomlReader& m_reader;
    Profile& m_profile;
};

} // namespace

Result<Profile> readProfile(const std::filesystem::path& file, const packs::Pack& pack)
{
    TomlReader reader(file);
    const auto root = reader.parse();
    if (!root)
        return root.error();
    Profile profile;
    profile.file = file.string();
    profile.pack = pack.id;
    profile.packVersion = pack.version;
    profile.jurisdiction = pack.jurisdiction;
    Builder(reader, profile).build(*root);
    if (reader.error())
        return *reader.error();
    return profile;
}

} // namespace vidimus::profiles
