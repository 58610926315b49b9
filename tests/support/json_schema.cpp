#include "support/json_schema.hpp"

#include <fstream>
#include <functional>
#include <map>
#include <regex>

namespace vidimus::support {
namespace {

using nlohmann::json;

class Checker {
public:
    explicit Checker(const json& root)
        : m_root(root)
    {
    }
    std::vector<std::string> complaints;

    void check(const json& schema, const json& value, const std::string& pointer)
    {
        if (schema.is_boolean()) {
            if (!schema.get<bool>())
                complain(pointer, "is not allowed here");
            return;
        }
        for (auto keyword = schema.begin(); keyword != schema.end(); ++keyword)
            apply(keyword.key(), keyword.value(), schema, value, pointer);
    }

private:
    void complain(const std::string& pointer, const std::string& what)
    {
        complaints.push_back((pointer.empty() ? "/" : pointer) + " " + what);
    }

    bool holds(const json& schema, const json& value)
    {
        Checker inner(m_root);
        inner.check(schema, value, {});
        return inner.complaints.empty();
    }

    static bool isOfType(const json& value, const std::string& type)
    {
        if (type == "object")
            return value.is_object();
        if (type == "array")
            return value.is_array();
        if (type == "string")
            return value.is_string();
        if (type == "boolean")
            return value.is_boolean();
        if (type == "null")
            return value.is_null();
        if (type == "integer")
            return value.is_number_integer();
        return type == "number" && value.is_number();
    }

    void type(const json& types, const json& value, const std::string& pointer)
    {
        bool fits = false;
        for (const json& one : types.is_array() ? types : json::array({types}))
            fits = fits || isOfType(value, one.get<std::string>());
        if (!fits)
            complain(pointer, "is not of type " + types.dump());
    }

    void members(const json& schema, const json& value, const std::string& pointer)
    {
        const json none = json::object();
        const json& known = schema.contains("properties") ? schema["properties"] : none;
        for (auto member = value.begin(); member != value.end(); ++member) {
            const std::string at = pointer + "/" + member.key();
            if (known.contains(member.key()))
                check(known[member.key()], member.value(), at);
            else if (schema.contains("additionalProperties"))
                check(schema["additionalProperties"], member.value(), at);
            if (schema.contains("propertyNames"))
                check(schema["propertyNames"], member.key(), at);
        }
    }

    void items(const json& schema, const json& value, const std::string& pointer)
    {
        const std::size_t fixed = schema.contains("prefixItems") ? schema["prefixItems"].size() : 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string at = pointer + "/" + std::to_string(i);
            if (i < fixed)
                check(schema["prefixItems"][i], value[i], at);
            else if (schema.contains("items"))
                check(schema["items"], value[i], at);
        }
    }

    void countOf(const json& schemas, const json& value, const std::string& pointer, bool exactlyOne)
    {
        std::size_t fitting = 0;
        for (const json& one : schemas)
            fitting += holds(one, value) ? 1 : 0;
        if (fitting == 0 || (exactlyOne && fitting != 1))
            complain(pointer, "fits " + std::to_string(fitting) + " of the alternatives");
    }

    void apply(
        const std::string& keyword, const json& rule, const json& schema, const json& value, const std::string& pointer)
    {
        static const std::map<std::string,
            std::function<void(Checker&, const json&, const json&, const json&, const std::string&)>>
            known = keywords();
        const auto found = known.find(keyword);
        if (found == known.end())
            return complain(pointer, "is ruled by the unknown keyword " + keyword);
        found->second(*this, rule, schema, value, pointer);
    }

    static std::map<std::string,
        std::function<void(Checker&, const json&, const json&, const json&, const std::string&)>>
    keywords();

    const json& m_root;
};

std::map<std::string, std::function<void(Checker&, const json&, const json&, const json&, const std::string&)>>
Checker::keywords()
{
    using Self = Checker&;
    using Json = const json&;
    using Pointer = const std::string&;
    const auto nothing = [](Self, Json, Json, Json, Pointer) {};
    const auto ofMembers = [](Self self, Json, Json schema, Json value, Pointer at) {
        if (value.is_object())
            self.members(schema, value, at);
    };
    const auto ofItems = [](Self self, Json, Json schema, Json value, Pointer at) {
        if (value.is_array())
            self.items(schema, value, at);
    };
    return {
        {"$schema", nothing},
        {"$id", nothing},
        {"$defs", nothing},
        {"title", nothing},
        {"description", nothing},
        {"type", [](Self self, Json rule, Json, Json value, Pointer at) { self.type(rule, value, at); }},
        {"const",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value != rule)
                    self.complain(at, "is not " + rule.dump());
            }},
        {"enum",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (std::find(rule.begin(), rule.end(), value) == rule.end())
                    self.complain(at, "is none of " + rule.dump());
            }},
        {"required",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                for (const json& name : rule)
                    if (value.is_object() && !value.contains(name.get<std::string>()))
                        self.complain(at, "lacks " + name.dump());
            }},
        // One look at the members serves these three together; the first that stands in the schema does the work.
        {"properties", ofMembers},
        {"additionalProperties",
            [ofMembers](Self self, Json rule, Json schema, Json value, Pointer at) {
                if (!schema.contains("properties"))
                    ofMembers(self, rule, schema, value, at);
            }},
        {"propertyNames",
            [ofMembers](Self self, Json rule, Json schema, Json value, Pointer at) {
                if (!schema.contains("properties") && !schema.contains("additionalProperties"))
                    ofMembers(self, rule, schema, value, at);
            }},
        {"prefixItems", ofItems},
        {"items",
            [ofItems](Self self, Json rule, Json schema, Json value, Pointer at) {
                if (!schema.contains("prefixItems"))
                    ofItems(self, rule, schema, value, at);
            }},
        {"minItems",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_array() && value.size() < rule.get<std::size_t>())
                    self.complain(at, "has fewer than " + rule.dump() + " items");
            }},
        {"maxItems",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_array() && value.size() > rule.get<std::size_t>())
                    self.complain(at, "has more than " + rule.dump() + " items");
            }},
        {"minLength",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_string() && value.get_ref<const std::string&>().size() < rule.get<std::size_t>())
                    self.complain(at, "is shorter than " + rule.dump());
            }},
        {"pattern",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_string()
                    && !std::regex_search(value.get_ref<const std::string&>(), std::regex(rule.get<std::string>())))
                    self.complain(at, "does not match " + rule.dump());
            }},
        {"minimum",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_number() && value.get<double>() < rule.get<double>())
                    self.complain(at, "is less than " + rule.dump());
            }},
        {"maximum",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                if (value.is_number() && value.get<double>() > rule.get<double>())
                    self.complain(at, "is more than " + rule.dump());
            }},
        {"anyOf", [](Self self, Json rule, Json, Json value, Pointer at) { self.countOf(rule, value, at, false); }},
        {"oneOf", [](Self self, Json rule, Json, Json value, Pointer at) { self.countOf(rule, value, at, true); }},
        {"allOf",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                for (const json& one : rule)
                    self.check(one, value, at);
            }},
        {"$ref",
            [](Self self, Json rule, Json, Json value, Pointer at) {
                self.check(self.m_root.at(json::json_pointer(rule.get<std::string>().substr(1))), value, at);
            }},
    };
}

} // namespace

std::vector<std::string> schemaComplaints(const json& schema, const json& document)
{
    Checker checker(schema);
    checker.check(schema, document, {});
    return checker.complaints;
}

std::vector<std::string> schemaComplaints(const std::filesystem::path& schemaFile, const json& document)
{
    std::ifstream stream(schemaFile);
    if (!stream)
        return {schemaFile.string() + " cannot be read"};
    return schemaComplaints(json::parse(stream), document);
}

} // namespace vidimus::support
