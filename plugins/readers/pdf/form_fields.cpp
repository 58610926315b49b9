#include "signatures.hpp"

#include <algorithm>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostFields = 20'000;
constexpr int deepest = 32;

struct Walk {
    Objects& objects;
    std::vector<FormField> fields;
    std::size_t visits = 0;

    void visit(const Value& raw, const std::string& parent, std::string type, const Value* value, int depth)
    {
        const Value& field = objects.resolve(raw);
        if (!field.isDictionary() || depth > deepest || ++visits > mostFields)
            return;
        std::string name = parent;
        if (const Value& own = objects.get(field, "T"); own.isString())
            name += (parent.empty() ? "" : ".") + textOf(own);
        if (const Value& own = objects.get(field, "FT"); own.kind == Value::Kind::Name)
            type = own.text;
        if (const Value& own = objects.get(field, "V"); !own.isNull())
            value = &own;
        // Kids with names are fields; kids without are the field's own widgets (12.7.3.1).
        const Value& kids = objects.get(field, "Kids");
        const bool inner = std::any_of(kids.items.begin(), kids.items.end(),
            [&](const Value& kid) { return objects.get(objects.resolve(kid), "T").isString(); });
        if (!inner) {
            FormField found{name, type, &field, value, {}};
            if (raw.isReference())
                found.objects.push_back(static_cast<std::uint32_t>(raw.number));
            for (const Value& kid : kids.items)
                if (kid.isReference())
                    found.objects.push_back(static_cast<std::uint32_t>(kid.number));
            fields.push_back(std::move(found));
            return;
        }
        for (const Value& kid : kids.items)
            visit(kid, name, type, value, depth + 1);
    }
};

} // namespace

std::vector<FormField> formFields(Objects& objects, const Value& catalog)
{
    Walk walk{objects, {}, 0};
    for (const Value& field : objects.get(objects.get(catalog, "AcroForm"), "Fields").items)
        walk.visit(field, "", "", &Value::null(), 0);
    return std::move(walk.fields);
}

} // namespace vidimus::pdf
