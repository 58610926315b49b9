#pragma once
#include "core/region.hpp"
#include "core/result.hpp"
#include "core/spelling.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

/// One description of each value type serves writing and reading, so that the two cannot drift apart:
///
///     template <class Archive, Like<Word> W> void describe(Archive& archive, W& word)
///     {
///         archive.required("text", word.text);
///         archive.optional("region", word.region);
///     }
///
/// required: always written, must be there. optional: left out where it has its default.
namespace vidimus::json::detail {

template <class T, class Value>
concept Like = std::same_as<std::remove_const_t<T>, Value>;

template <class T>
concept Wrapped = requires(T wrapped)
{
    wrapped.value;
}
&&sizeof(T) <= sizeof(double); // Millimetres, Degrees, Dpi and the indices

template <class T> bool isDefault(const T& value)
{
    if constexpr (requires { value.empty(); } && !std::same_as<T, Region>)
        return value.empty();
    else if constexpr (requires { value.has_value(); })
        return !value.has_value();
    else
        return value == T{};
}

class Writer {
public:
    nlohmann::json json = nlohmann::json::object();

    template <class T> void required(const char* name, const T& value) { json[name] = written(value); }
    template <class T> void optional(const char* name, const T& value)
    {
        if (!isDefault(value))
            json[name] = written(value);
    }
    void confidence(const char* name, double value) { required(name, value); }

    static nlohmann::json written(bool value) { return value; }
    // JSON knows no infinity; a measurement that is none is zero.
    static nlohmann::json written(double value) { return std::isfinite(value) ? value : 0.0; }
    template <std::integral T> static nlohmann::json written(T value) { return value; }
    static nlohmann::json written(const std::string& value) { return value; }
    static nlohmann::json written(const Date& value) { return value.iso(); }
    static nlohmann::json written(const UtcTime& value) { return value.iso(); }
    static nlohmann::json written(const Region& value)
    {
        return {written(value.x), written(value.y), written(value.width), written(value.height)};
    }
    static nlohmann::json written(const Quad& value)
    {
        nlohmann::json all = nlohmann::json::array();
        for (const Point& corner : value) {
            all.push_back(written(corner.x));
            all.push_back(written(corner.y));
        }
        return all;
    }
    static nlohmann::json written(const Transform& value)
    {
        nlohmann::json all = nlohmann::json::array();
        for (const double number : value.m)
            all.push_back(written(number));
        return all;
    }
    template <Wrapped T> static nlohmann::json written(const T& value) { return written(value.value); }
    template <class T>
    requires std::is_enum_v<T>
    static nlohmann::json written(T value) { return nameOf(value); }
    template <class T> static nlohmann::json written(const std::optional<T>& value)
    {
        return value ? written(*value) : nlohmann::json();
    }
    template <class T> static nlohmann::json written(const std::vector<T>& all)
    {
        nlohmann::json list = nlohmann::json::array();
        for (const T& item : all)
            list.push_back(written(item));
        return list;
    }
    template <class T> static nlohmann::json written(const std::map<std::string, T>& all)
    {
        nlohmann::json object = nlohmann::json::object();
        for (const auto& [key, item] : all)
            object[key] = written(item);
        return object;
    }
    template <class T>
    requires std::is_class_v<T> &&(!Wrapped<T>)static nlohmann::json written(const T& value)
    {
        Writer inner;
        describe(inner, value);
        return std::move(inner.json);
    }
};

/// Stops at the first thing that is wrong and names its JSON pointer.
class Reader {
public:
    explicit Reader(const nlohmann::json& json)
        : m_json(&json)
    {
    }
    const std::optional<Error>& error() const { return m_error; }

    template <class T> void required(const char* name, T& value)
    {
        if (const auto* member = find(name, true))
            at(name, *member, value);
    }
    template <class T> void optional(const char* name, T& value)
    {
        if (const auto* member = find(name, false))
            at(name, *member, value);
    }
    void confidence(const char* name, double& value)
    {
        required(name, value);
        if (!m_error && !(value >= 0 && value <= 1))
            fail(m_pointer + "/" + name, "must lie between 0 and 1");
    }

    template <class T> void read(T& value)
    {
        if constexpr (std::same_as<T, std::string>)
            readPlain(value, m_json->is_string(), "a text");
        else if constexpr (std::same_as<T, bool>)
            readPlain(value, m_json->is_boolean(), "true or false");
        else if constexpr (std::same_as<T, double>)
            readPlain(value, m_json->is_number(), "a number");
        else if constexpr (std::integral<T>)
            readInteger(value);
        else if constexpr (std::is_enum_v<T>)
            readParsed(value, &named<T>, "a known word");
        else if constexpr (std::same_as<T, Date>)
            readParsed(value, &Date::parse, "a date (YYYY-MM-DD)");
        else if constexpr (std::same_as<T, UtcTime>)
            readParsed(value, &UtcTime::parse, "a time (YYYY-MM-DDThh:mm:ssZ)");
        else if constexpr (std::same_as<T, Region>)
            readNumbers<4>([&](const auto& n) { value = {{n[0]}, {n[1]}, {n[2]}, {n[3]}}; });
        else if constexpr (std::same_as<T, Quad>)
            readNumbers<8>([&](const auto& n) {
                for (std::size_t i = 0; i < 4; ++i)
                    value[i] = {{n[2 * i]}, {n[2 * i + 1]}};
            });
        else if constexpr (std::same_as<T, Transform>)
            readNumbers<9>([&](const auto& n) { value.m = n; });
        else if constexpr (Wrapped<T>)
            read(value.value);
        else
            readMany(value);
    }

private:
    template <class T> void readMany(std::optional<T>& value)
    {
        value.emplace();
        read(*value);
    }
    template <class T> void readMany(std::vector<T>& all)
    {
        if (!m_json->is_array())
            return mismatch("a list");
        const auto& list = *m_json;
        all.clear();
        all.reserve(list.size());
        for (std::size_t i = 0; i < list.size() && !m_error; ++i)
            at(std::to_string(i), list[i], all.emplace_back());
    }
    template <class T> void readMany(std::map<std::string, T>& all)
    {
        if (!m_json->is_object())
            return mismatch("an object");
        const auto& object = *m_json;
        all.clear();
        for (auto member = object.begin(); member != object.end() && !m_error; ++member)
            at(member.key(), *member, all[member.key()]);
    }
    template <class T> void readMany(T& value)
    {
        if (!m_json->is_object())
            return mismatch("an object");
        describe(*this, value);
    }

    template <class T> void readPlain(T& value, bool fits, const char* what)
    {
        if (fits)
            value = m_json->template get<T>();
        else
            mismatch(what);
    }
    template <class T> void readInteger(T& value)
    {
        if (m_json->is_number_unsigned()
            && m_json->template get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<T>::max()))
            value = static_cast<T>(m_json->template get<std::uint64_t>());
        else if (std::signed_integral<T> && m_json->is_number_integer() && !m_json->is_number_unsigned()
            && m_json->template get<std::int64_t>() >= std::int64_t(std::numeric_limits<T>::min()))
            value = static_cast<T>(m_json->template get<std::int64_t>());
        else
            mismatch("a whole number in range");
    }
    template <class T, class Parse> void readParsed(T& value, Parse parse, const char* what)
    {
        const auto found = m_json->is_string() ? parse(m_json->template get_ref<const std::string&>()) : std::nullopt;
        if (found)
            value = *found;
        else
            mismatch(what);
    }
    template <std::size_t Count, class Take> void readNumbers(Take take)
    {
        std::array<double, Count> numbers{};
        if (!m_json->is_array() || m_json->size() != Count)
            return mismatch("a list of " + std::to_string(Count) + " numbers");
        for (std::size_t i = 0; i < Count; ++i) {
            const auto& number = (*m_json)[i];
            if (!number.is_number())
                return mismatch("a list of " + std::to_string(Count) + " numbers");
            numbers[i] = number.template get<double>();
        }
        take(numbers);
    }

    const nlohmann::json* find(const char* name, bool required)
    {
        if (m_error)
            return nullptr;
        const auto member = m_json->find(name);
        if (member != m_json->end())
            return &*member;
        if (required)
            fail(m_pointer, std::string("lacks \"") + name + "\"");
        return nullptr;
    }
    template <class T> void at(const std::string& name, const nlohmann::json& json, T& value)
    {
        const auto* outer = m_json;
        const auto length = m_pointer.size();
        m_json = &json;
        m_pointer += "/" + name;
        read(value);
        m_json = outer;
        m_pointer.resize(length);
    }
    void mismatch(const std::string& wanted) { fail(m_pointer, "must be " + wanted); }
    void fail(const std::string& pointer, const std::string& what)
    {
        if (!m_error)
            m_error = Error{ErrorKind::Malformed, (pointer.empty() ? "the document" : pointer) + " " + what, "json"};
    }

    const nlohmann::json* m_json;
    std::string m_pointer;
    std::optional<Error> m_error;
};

template <class T> nlohmann::json write(const T& value)
{
    return Writer::written(value);
}

template <class T> Result<T> read(const nlohmann::json& json)
{
    T value{};
    Reader reader(json);
    reader.read(value);
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace vidimus::json::detail
