# The Pod asks for another name.
ssh controlplane
cat > runtimeclass.yaml <<'END'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: runsc
handler: runsc
END
