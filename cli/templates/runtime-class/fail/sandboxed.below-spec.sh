# A RuntimeClass has no spec: what stands in one is no handler.
ssh controlplane
cat > runtimeclass.yaml <<'END'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
spec:
  handler: runsc
END
