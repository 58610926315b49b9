#include "ppocr/network_folding.hpp"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace vidimus::ppocr_engine {

namespace {
using onnx::GraphProto;
using onnx::NodeProto;
using onnx::TensorProto;

std::vector<float> valuesOf(const TensorProto& tensor)
{
    if (!tensor.has_raw_data())
        return {tensor.float_data().begin(), tensor.float_data().end()};
    std::vector<float> values(tensor.raw_data().size() / sizeof(float));
    std::memcpy(values.data(), tensor.raw_data().data(), values.size() * sizeof(float));
    return values;
}

void setValues(TensorProto& tensor, const std::vector<float>& values)
{
    tensor.clear_float_data();
    tensor.set_raw_data(values.data(), values.size() * sizeof(float));
}

/// The network as what it is made of: who makes a value, who takes it, which are constant.
class Folding {
public:
    explicit Folding(GraphProto& graph)
        : m_graph(graph)
    {
        for (TensorProto& tensor : *graph.mutable_initializer())
            m_constants[tensor.name()] = &tensor;
        for (int i = 0; i < graph.node_size(); ++i) {
            NodeProto& node = *graph.mutable_node(i);
            for (const std::string& input : node.input())
                m_takers[input].push_back(&node);
            for (const std::string& output : node.output())
                m_makers[output] = &node;
            if (node.op_type() == "Constant")
                for (onnx::AttributeProto& attribute : *node.mutable_attribute())
                    if (attribute.has_t())
                        m_constants[node.output(0)] = attribute.mutable_t();
        }
        for (const auto& output : graph.output())
            m_takers[output.name()].push_back(nullptr); // whoever runs the network
    }

    void run()
    {
        for (int i = 0; i < m_graph.node_size(); ++i)
            if (NodeProto& node = *m_graph.mutable_node(i); node.op_type() == "Add")
                foldSwish(node);
        // From the end on: a factor may pass through a convolution's own factor into its weights.
        for (int i = 0; i < m_graph.node_size(); ++i)
            if (NodeProto& node = *m_graph.mutable_node(i); !isGone(node) && node.op_type() == "Conv")
                foldBehind(node);
        for (int i = 0; i < m_graph.node_size(); ++i)
            if (NodeProto& node = *m_graph.mutable_node(i); !isGone(node) && node.op_type() == "Mul")
                foldAhead(node);
        dropGone();
    }

private:
    bool isGone(const NodeProto& node) const { return m_gone.count(&node) != 0; }

    std::optional<float> scalar(const std::string& name) const
    {
        const auto found = m_constants.find(name);
        if (found == m_constants.end() || found->second->data_type() != TensorProto::FLOAT)
            return std::nullopt;
        const auto values = valuesOf(*found->second);
        return values.size() == 1 ? std::optional(values.front()) : std::nullopt;
    }

    /// The one node that takes the value, or null.
    NodeProto* onlyTaker(const std::string& value) const
    {
        const auto found = m_takers.find(value);
        return found != m_takers.end() && found->second.size() == 1 ? found->second.front() : nullptr;
    }

    /// The constant of a sum or product with one number, and the name of its other side.
    struct WithNumber {
        float number = 0;
        std::string other;
    };
    std::optional<WithNumber> withNumber(const NodeProto* node, const char* type) const
    {
        if (!node || isGone(*node) || node->op_type() != type || node->input_size() != 2)
            return std::nullopt;
        for (const int side : {0, 1})
            if (const auto number = scalar(node->input(side)))
                return WithNumber{*number, node->input(1 - side)};
        return std::nullopt;
    }

    /// Is it a cut to 0..6, by attributes (opset 9) or by inputs (from opset 11)?
    bool isClipToSix(const NodeProto* node) const
    {
        if (!node || node->op_type() != "Clip")
            return false;
        std::optional<float> low, high;
        for (const auto& attribute : node->attribute())
            (attribute.name() == "min" ? low : high) = attribute.f();
        if (node->input_size() == 3) {
            low = scalar(node->input(1));
            high = scalar(node->input(2));
        }
        return low == 0.0F && high == 6.0F;
    }

    void take(const std::string& value, NodeProto& by) { m_takers[value].push_back(&by); }
    void leave(const std::string& value, const NodeProto& by)
    {
        auto& takers = m_takers[value];
        if (const auto found = std::find(takers.begin(), takers.end(), &by); found != takers.end())
            takers.erase(found);
    }

    /// Takes the node out: who took what it made takes what it was made of.
    void bypass(NodeProto& node, const std::string& source)
    {
        const std::string made = node.output(0);
        for (const std::string& input : node.input())
            leave(input, node);
        for (NodeProto* taker : m_takers[made]) {
            for (std::string& input : *taker->mutable_input())
                if (input == made)
                    input = source;
            take(source, *taker);
        }
        m_takers[made].clear();
        m_gone.insert(&node);
    }

    /// x * clip(x + 3, 0, 6) / 6 becomes x * HardSigmoid(x).
    void foldSwish(NodeProto& sum)
    {
        const auto shifted = withNumber(&sum, "Add");
        NodeProto* clip = onlyTaker(sum.output(0));
        if (!shifted || shifted->number != 3.0F || !isClipToSix(clip))
            return;
        NodeProto* product = onlyTaker(clip->output(0));
        if (!product || product->op_type() != "Mul" || product->input_size() != 2)
            return;
        const std::string& x = shifted->other;
        NodeProto* share = onlyTaker(product->output(0));
        const auto divided = withNumber(share, "Div");
        const std::string &a = product->input(0), &b = product->input(1);
        if (!divided || divided->number != 6.0F || share->input(0) != product->output(0) || (a != x && b != x)
            || (a != clip->output(0) && b != clip->output(0)) || isOutput(share->output(0)))
            return;
        for (const std::string& input : clip->input())
            leave(input, *clip);
        clip->set_op_type("HardSigmoid");
        clip->clear_attribute();
        clip->clear_input();
        clip->add_input(sum.output(0));
        take(sum.output(0), *clip);
        for (const auto& [name, value] : {std::pair("alpha", 1.0F / 6), std::pair("beta", 0.5F)}) {
            onnx::AttributeProto& attribute = *clip->add_attribute();
            attribute.set_name(name);
            attribute.set_type(onnx::AttributeProto::FLOAT);
            attribute.set_f(value);
        }
        bypass(sum, x);
        bypass(*share, product->output(0));
    }

    /// A convolution's weights, and its offsets, made where it has none. Null where they are not its own.
    struct Weights {
        TensorProto *factors = nullptr, *offsets = nullptr;
    };
    std::optional<Weights> weightsOf(NodeProto& conv)
    {
        const auto own = [&](const std::string& name) -> TensorProto* {
            const auto found = m_constants.find(name);
            return found != m_constants.end() && found->second->data_type() == TensorProto::FLOAT && onlyTaker(name)
                ? found->second
                : nullptr;
        };
        Weights weights{own(conv.input(1)), nullptr};
        if (!weights.factors || weights.factors->dims_size() < 2)
            return std::nullopt;
        if (conv.input_size() < 3)
            return weights;
        weights.offsets = own(conv.input(2));
        return weights.offsets ? std::optional(weights) : std::nullopt;
    }

    static void scale(TensorProto& tensor, float by)
    {
        auto values = valuesOf(tensor);
        for (float& value : values)
            value *= by;
        setValues(tensor, values);
    }

    /// conv(x) * factor + offset becomes conv(x) with other weights.
    void foldBehind(NodeProto& conv)
    {
        NodeProto* product = onlyTaker(conv.output(0));
        const auto factor = withNumber(product, "Mul");
        if (!factor || isOutput(product->output(0)))
            return;
        const auto weights = weightsOf(conv);
        if (!weights || !weights->offsets)
            return;
        NodeProto* sum = onlyTaker(product->output(0));
        const auto offset = withNumber(sum, "Add");
        scale(*weights->factors, factor->number);
        scale(*weights->offsets, factor->number);
        bypass(*product, conv.output(0));
        if (!offset || isOutput(sum->output(0)))
            return;
        auto values = valuesOf(*weights->offsets);
        for (float& value : values)
            value += offset->number;
        setValues(*weights->offsets, values);
        bypass(*sum, conv.output(0));
    }

    bool isOutput(const std::string& value) const
    {
        const auto found = m_takers.find(value);
        return found != m_takers.end() && std::count(found->second.begin(), found->second.end(), nullptr) != 0;
    }

    static bool isPadded(const NodeProto& conv)
    {
        for (const auto& attribute : conv.attribute()) {
            if (attribute.name() == "auto_pad" && attribute.s() != "NOTSET" && attribute.s() != "VALID")
                return true;
            if (attribute.name() == "pads"
                && std::any_of(attribute.ints().begin(), attribute.ints().end(), [](auto pad) { return pad != 0; }))
                return true;
        }
        return false;
    }

    /// What all convolutions that take the value weigh it with; nothing where another step takes it too.
    std::vector<std::pair<NodeProto*, Weights>> convolutionsOf(const std::string& value)
    {
        std::vector<std::pair<NodeProto*, Weights>> all;
        for (NodeProto* taker : m_takers[value]) {
            if (!taker || taker->op_type() != "Conv" || taker->input(0) != value)
                return {};
            const auto weights = weightsOf(*taker);
            if (!weights)
                return {};
            all.emplace_back(taker, *weights);
        }
        return all;
    }

    /// conv(x * factor + offset) becomes conv(x) with other weights; where the convolution pads with zeros, which the
    /// offset must not reach, conv(x + offset / factor).
    void foldAhead(NodeProto& product)
    {
        const auto factor = withNumber(&product, "Mul");
        NodeProto* sum = onlyTaker(product.output(0));
        const auto offset = withNumber(sum, "Add");
        if (!factor || !offset || factor->number == 0 || isOutput(sum->output(0)))
            return;
        const auto convolutions = convolutionsOf(sum->output(0));
        if (convolutions.empty())
            return;
        const float shift = offset->number / factor->number;
        const bool drop = std::none_of(convolutions.begin(), convolutions.end(),
            [](const auto& one) { return isPadded(*one.first) || !one.second.offsets; });
        for (const auto& [conv, weights] : convolutions) {
            scale(*weights.factors, factor->number);
            if (drop)
                addInput(weights, shift);
        }
        bypass(product, factor->other);
        if (drop)
            bypass(*sum, factor->other);
        else
            replaceNumber(*sum, shift);
    }

    /// What an offset of the input makes of the outputs: the sum of the weights that see it.
    static void addInput(const Weights& weights, float shift)
    {
        const auto factors = valuesOf(*weights.factors);
        auto offsets = valuesOf(*weights.offsets);
        const std::size_t each = offsets.empty() ? 0 : factors.size() / offsets.size();
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            double sum = 0;
            for (std::size_t k = 0; k < each; ++k)
                sum += factors[i * each + k];
            offsets[i] += static_cast<float>(sum * shift);
        }
        setValues(*weights.offsets, offsets);
    }

    void replaceNumber(NodeProto& sum, float number)
    {
        const int side = scalar(sum.input(0)) ? 0 : 1;
        TensorProto& own = *m_graph.add_initializer();
        own.set_name(sum.output(0) + "_shift");
        own.set_data_type(TensorProto::FLOAT);
        setValues(own, {number});
        leave(sum.input(side), sum);
        sum.set_input(side, own.name());
        take(own.name(), sum);
    }

    void dropGone()
    {
        auto* nodes = m_graph.mutable_node();
        std::vector<int> left;
        for (int i = 0; i < nodes->size(); ++i)
            if (!isGone(nodes->Get(i)))
                left.push_back(i);
        google::protobuf::RepeatedPtrField<NodeProto> kept;
        for (const int i : left)
            kept.Add()->Swap(nodes->Mutable(i));
        nodes->Swap(&kept);
    }

    GraphProto& m_graph;
    std::map<std::string, TensorProto*> m_constants;
    std::map<std::string, std::vector<NodeProto*>> m_takers;
    std::map<std::string, NodeProto*> m_makers;
    std::set<const NodeProto*> m_gone;
};
} // namespace

std::string folded(std::string model)
{
    onnx::ModelProto proto;
    if (!proto.ParseFromString(model) || !proto.has_graph())
        return model;
    Folding(*proto.mutable_graph()).run();
    return proto.SerializeAsString();
}

} // namespace vidimus::ppocr_engine
